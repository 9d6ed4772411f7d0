import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { problemBeforeAsking, problemOf, type CameraProblem } from './camera-problem.ts';

/** `asking` while the browser shows its own question. */
export type CameraStatus = 'off' | 'asking' | 'on' | 'problem';

/** What became of the microphone. It blocks nobody: its audio is stopped at once, never sent. */
export type MicrophoneOutcome = 'notAsked' | 'allowed' | 'refusedOrAbsent';

export interface CameraDevice {
  deviceId: string;
  label: string;
}

export interface Camera {
  status: Ref<CameraStatus>;
  problem: Ref<CameraProblem | null>;
  stream: ShallowRef<MediaStream | null>;
  devices: Ref<CameraDevice[]>;
  /** The running camera's own name, sent along as a hint for auditors. */
  label: Ref<string>;
  microphone: Ref<MicrophoneOutcome>;
  /** Asks and starts; true when there is a picture. A given device is switched to. */
  start(deviceId?: string): Promise<boolean>;
  stop(): void;
  /** Shows the picture in a video element (muted, inline) and waits for its first frame. */
  show(video: HTMLVideoElement): Promise<void>;
}

const picture = (deviceId?: string): MediaTrackConstraints => ({
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
  ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }),
});

/**
 * Camera and microphone together, as the handbook asks (点击“允许”启用摄像头); when that fails,
 * the camera alone, because a missing or refused microphone must not keep anyone out.
 */
async function askBoth(deviceId?: string): Promise<{ stream: MediaStream; heard: boolean }> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: picture(deviceId),
      audio: true,
    });
    for (const track of stream.getAudioTracks()) {
      track.stop();
      stream.removeTrack(track);
    }
    return { stream, heard: true };
  } catch {
    const video = picture(deviceId);
    return { stream: await navigator.mediaDevices.getUserMedia({ video }), heard: false };
  }
}

async function listCameras(): Promise<CameraDevice[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((device) => device.kind === 'videoinput' && device.deviceId !== '')
    .map((device, index) => ({
      deviceId: device.deviceId,
      label: device.label || `摄像头 ${index + 1}`,
    }));
}

/** Resolves with the video's first frame; it plays muted and inside the page. */
export async function showStream(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true;
  video.playsInline = true;
  if (video.srcObject !== stream) video.srcObject = stream;
  await video.play();
  if (video.videoWidth > 0) return;
  await new Promise<void>((seen) => {
    video.addEventListener('resize', () => seen(), { once: true });
    video.addEventListener('loadeddata', () => seen(), { once: true });
  });
}

const pageFacts = () => ({
  secure: window.isSecureContext,
  hasCameraApi: Boolean(navigator.mediaDevices?.getUserMedia),
  userAgent: navigator.userAgent,
});

type CameraRefs = Omit<Camera, 'start' | 'stop' | 'show'>;

function turnOff(refs: CameraRefs): void {
  for (const track of refs.stream.value?.getTracks() ?? []) track.stop();
  refs.stream.value = null;
}

function fail(refs: CameraRefs, found: CameraProblem): false {
  turnOff(refs);
  refs.problem.value = found;
  refs.status.value = 'problem';
  return false;
}

async function accept(
  refs: CameraRefs,
  given: { stream: MediaStream; heard: boolean },
): Promise<boolean> {
  const track = given.stream.getVideoTracks()[0];
  if (!track) return fail(refs, 'noCamera');
  // A call, a lock screen or a pulled cable ends the track without asking.
  track.addEventListener('ended', () => {
    if (refs.stream.value === given.stream) fail(refs, 'lost');
  });
  refs.stream.value = given.stream;
  refs.label.value = track.label;
  refs.microphone.value = given.heard ? 'allowed' : 'refusedOrAbsent';
  refs.devices.value = await listCameras();
  refs.status.value = 'on';
  return true;
}

async function startCamera(refs: CameraRefs, deviceId?: string): Promise<boolean> {
  const before = problemBeforeAsking(pageFacts());
  if (before) return fail(refs, before);
  turnOff(refs);
  refs.problem.value = null;
  refs.status.value = 'asking';
  try {
    return await accept(refs, await askBoth(deviceId));
  } catch (fault) {
    return fail(refs, problemOf(fault, navigator.userAgent));
  }
}

/** The learner's camera; it goes off by itself when the component that uses it goes away. */
export function useCamera(): Camera {
  const refs: CameraRefs = {
    status: ref<CameraStatus>('off'),
    problem: ref<CameraProblem | null>(null),
    stream: shallowRef<MediaStream | null>(null),
    devices: ref<CameraDevice[]>([]),
    label: ref(''),
    microphone: ref<MicrophoneOutcome>('notAsked'),
  };
  onScopeDispose(() => turnOff(refs));
  return {
    ...refs,
    start: (deviceId) => startCamera(refs, deviceId),
    stop: () => {
      turnOff(refs);
      refs.problem.value = null;
      refs.status.value = 'off';
    },
    show: async (video) => {
      if (refs.stream.value) await showStream(video, refs.stream.value);
    },
  };
}
