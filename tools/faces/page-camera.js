/* global AudioContext, MediaStream, createImageBitmap, document, window */

// Runs inside a page under test, before any of its own code: its camera becomes a canvas on which
// the given people do what the page asks for. `given` is put in front by camera-script.ts.

const SAVED_AS = 'xuzheng.testCamera';
const RISE_MS = 900;
const FALL_MS = 450;

/** Who sits there and whether they do as asked; outlives a reload. */
function openChoice(start) {
  const saved = JSON.parse(sessionStorage.getItem(SAVED_AS) ?? '{}');
  const choice = { who: start, obey: true, away: false, instead: '', ...saved };
  const change = (part) => {
    Object.assign(choice, part);
    sessionStorage.setItem(SAVED_AS, JSON.stringify(choice));
  };
  return { choice, change };
}

/** Pictures by their URL, decoded once. */
function openAlbum(people) {
  const images = new Map();
  for (const { calm, actions } of Object.values(people)) {
    for (const url of [...calm, ...Object.values(actions).flat()]) {
      // Not by an <img>: the page's content policy may forbid data addresses.
      const bytes = Uint8Array.from(atob(url.split(',')[1]), (sign) => sign.charCodeAt(0));
      createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })).then((image) => {
        images.set(url, image);
      });
    }
  }
  return images;
}

/** How far the action is: evenly up while it is asked for, evenly down afterwards. */
function openActor(choice) {
  const actor = { action: '', level: 0, lastMs: performance.now() };
  actor.advance = () => {
    const nowMs = performance.now();
    const stepMs = Math.min(400, nowMs - actor.lastMs);
    actor.lastMs = nowMs;
    const asked = document.documentElement?.dataset.livenessPrompt ?? '';
    const wanted = asked && choice.obey ? choice.instead || asked : '';
    if (wanted && (actor.action === wanted || actor.level === 0)) {
      actor.action = wanted;
      actor.level = Math.min(1, actor.level + stepMs / RISE_MS);
    } else {
      actor.level = Math.max(0, actor.level - stepMs / FALL_MS);
    }
  };
  return actor;
}

function pictureUrl(frames, actor, tick) {
  const rising = frames.actions[actor.action] ?? [];
  if (actor.level > 0.02 && rising.length > 0) {
    return rising[Math.min(rising.length - 1, Math.floor(actor.level * rising.length))];
  }
  return frames.calm[Math.floor(tick / 4) % frames.calm.length];
}

/** A sensor never gives the same picture twice. */
function addGrain(pen) {
  for (let grain = 0; grain < 60; grain += 1) {
    const shade = Math.floor(Math.random() * 255);
    pen.fillStyle = `rgba(${shade},${shade},${shade},0.25)`;
    pen.fillRect(Math.random() * 640, Math.random() * 480, 2, 2);
  }
}

function openPainter(people, choice) {
  const album = openAlbum(people);
  const actor = openActor(choice);
  let tick = 0;
  return (pen) => {
    tick += 1;
    actor.advance();
    pen.fillStyle = 'rgb(168,178,184)';
    pen.fillRect(0, 0, 640, 480);
    const frames = choice.away ? undefined : people[choice.who];
    const image = frames && album.get(pictureUrl(frames, actor, tick));
    if (image) pen.drawImage(image, Math.sin(tick / 6), Math.cos(tick / 4.5));
    addGrain(pen);
  };
}

function openStream(paint, label) {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d');
  if (!pen) throw new DOMException('no canvas', 'NotReadableError');
  paint(pen);
  const stream = canvas.captureStream(12.5);
  const [track] = stream.getVideoTracks();
  if (track) Object.defineProperty(track, 'label', { value: label });
  const timer = setInterval(() => {
    if (track?.readyState === 'ended') clearInterval(timer);
    else paint(pen);
  }, 80);
  return stream;
}

function openMicrophone(stream) {
  const sound = new AudioContext().createMediaStreamDestination();
  for (const track of sound.stream.getAudioTracks()) stream.addTrack(track);
}

export function installCamera(given) {
  // A frame within the page (a document to print) has no camera, and perhaps no storage either.
  if (window !== window.top) return;
  const { choice, change } = openChoice(given.start);
  // Most pages never open their camera: nothing is decoded before they do.
  let paint;
  const getUserMedia = async (wanted) => {
    if (wanted?.video) paint ??= openPainter(given.people, choice);
    const stream = wanted?.video ? openStream(paint, given.label) : new MediaStream();
    if (wanted?.audio) openMicrophone(stream);
    return stream;
  };
  const device = { deviceId: 'test', groupId: 'test', kind: 'videoinput', label: given.label };
  const enumerateDevices = async () => [device];
  if (!navigator.mediaDevices) return;
  Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: getUserMedia });
  Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { value: enumerateDevices });
  Object.defineProperty(window, 'testCamera', {
    value: {
      use: (who) => change({ who }),
      obey: (obey) => change({ obey }),
      leave: (away) => change({ away }),
      instead: (instead) => change({ instead }),
    },
  });
}
