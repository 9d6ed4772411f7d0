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

/** The learner's camera; it goes off by itself when the component that uses it goes away. */
export function useCamera(): Camera {
  const status = ref<CameraStatus>('off');
  const problem = ref<CameraProblem | null>(null);
  const stream = shallowRef<MediaStream | null>(null);
  const devices = ref<CameraDevice[]>([]);
  const label = ref('');
  const microphone = ref<MicrophoneOutcome>('notAsked');

  function turnOff(): void {
    for (const track of stream.value?.getTracks() ?? []) track.stop();
    stream.value = null;
  }
  function fail(found: CameraProblem): boolean {
    turnOff();
    problem.value = found;
    status.value = 'problem';
    return false;
  }
  async function accept(given: { stream: MediaStream; heard: boolean }): Promise<boolean> {
    const track = given.stream.getVideoTracks()[0];
    if (!track) return fail('noCamera');
    // A call, a lock screen or a pulled cable ends the track without asking.
    track.addEventListener('ended', () => {
      if (stream.value === given.stream) fail('lost');
    });
    stream.value = given.stream;
    label.value = track.label;
    microphone.value = given.heard ? 'allowed' : 'refusedOrAbsent';
    devices.value = await listCameras();
    status.value = 'on';
    return true;
  }
  async function start(deviceId?: string): Promise<boolean> {
    const before = problemBeforeAsking(pageFacts());
    if (before) return fail(before);
    turnOff();
    problem.value = null;
    status.value = 'asking';
    try {
      return await accept(await askBoth(deviceId));
    } catch (fault) {
      return fail(problemOf(fault));
    }
  }
  function stop(): void {
    turnOff();
    problem.value = null;
    status.value = 'off';
  }
  async function show(video: HTMLVideoElement): Promise<void> {
    if (stream.value) await showStream(video, stream.value);
  }

  onScopeDispose(turnOff);
  return { status, problem, stream, devices, label, microphone, start, stop, show };
}
