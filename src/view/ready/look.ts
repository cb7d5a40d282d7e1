/** Asks this browser how things stand. Never prompts anyone: what asks the user is behind a button. */
import type { App } from '../app.ts';
import { lastBackup } from '../hand-on/last-backup.ts';
import type { Found } from './lines.ts';

/** @param mend what was asked to be put right */
export async function lookAround(app: App, mend: 'files' | 'copies' | '' = ''): Promise<Found> {
  const [files, copies, persisted, room, camera] = await Promise.all([
    app.checkFiles(mend === 'files'),
    app.checkCopies(mend === 'copies').catch(() => undefined),
    navigator.storage?.persisted?.().catch(() => undefined),
    roomHere(),
    cameraHere(),
  ]);
  const file = location.protocol === 'file:';
  return {
    build: app.version.build,
    opened: file ? 'file' : isSecureContext ? 'https' : 'http',
    keepsFiles: 'serviceWorker' in navigator && app.offline.peek() !== 'unavailable',
    files,
    updateReady: app.updateReady.peek(),
    storage: app.storage.peek(),
    persisted,
    room,
    copies,
    locked: app.locked,
    camera,
    backup: lastBackup.peek(),
    sessions: [...app.desk.sessions.peek(), ...app.desk.deleted.peek()],
    now: new Date().toISOString(),
  };
}

async function roomHere(): Promise<Found['room']> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : { used: usage, free: quota - usage };
}

async function cameraHere(): Promise<Found['camera']> {
  if (navigator.mediaDevices?.getUserMedia === undefined) return 'none';
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
    if (state !== 'prompt') return state;
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput') ? 'prompt' : 'none';
  } catch {
    // A browser that knows no such permission asks each time.
    return 'unknown';
  }
}

/** Asks for the camera and lets go of it at once. Resolves also where it was refused. */
export async function askForCamera(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true }).catch(() => undefined);
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Asks the browser not to clear what is kept here; it may ask the user, or decide by itself. */
export async function askToKeep(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => undefined);
}
