/** QR codes before the camera, one after the other without a tap between. The pictures are looked at and let go. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Workshop } from '../../session/workshop/workshop.ts';
import { useApp } from '../context.ts';
import { readySound } from './sound.ts';

/** Milliseconds between two looks, and for which the same code is not told again. */
const PAUSE = 120;
const AGAIN = 4000;
/** Points across: more would only take longer. */
const WIDTH = 640;

type Why = 'insecure' | 'denied' | 'none' | 'other';

interface CameraProps {
  onText: (text: string) => void;
  /** What can be done where there is none: characters are typed, or a file is opened. */
  way?: 'type' | 'file';
}

export function Camera({ onText, way = 'type' }: CameraProps) {
  const { t } = useApp();
  const [on, setOn] = useState(false);
  const [why, setWhy] = useState<Why>();
  const stop = (reason?: Why) => {
    setOn(false);
    setWhy(reason);
  };
  // Over plain HTTP a browser has no camera at all: what can be done instead is said at once.
  if (!isSecureContext) return <p class="small quiet">{t('workshop.noCamera', { why: 'insecure', way })}</p>;
  return (
    <div class="camera">
      <p>
        <button
          type="button"
          class="button second"
          aria-expanded={on}
          onClick={() => {
            setWhy(undefined);
            readySound();
            setOn(!on);
          }}
        >
          {t('workshop.camera', { on: on ? 'yes' : 'no' })}
        </button>
      </p>
      {why && (
        <p class="problem" role="alert">
          {t('workshop.noCamera', { why, way })}
        </p>
      )}
      {on && <Looking onText={onText} onEnd={stop} />}
    </div>
  );
}

interface LookingProps {
  onText: (text: string) => void;
  onEnd: (why: Why) => void;
}

function Looking({ onText, onEnd }: LookingProps) {
  const { t, workshop } = useApp();
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onText);
  tell.current = onText;
  useEffect(() => {
    let over = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = new Map<string, number>();
    const told = (text: string) => {
      const now = performance.now();
      // The same code stays before the camera for a while.
      const before = seen.get(text);
      seen.set(text, now);
      if (before !== undefined && now - before < AGAIN) return;
      tell.current(text);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      const element = video.current;
      const own = workshop.peek();
      if (over || element === null || own === undefined) return end();
      element.srcObject = stream;
      await element.play();
      const look = await lookWith(own);
      const turn = async () => {
        const text = await look(element).catch(() => undefined);
        if (over) return;
        if (text) told(text);
        timer = setTimeout(() => void turn(), PAUSE);
      };
      await turn();
    };
    function end(): void {
      over = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
    if (navigator.mediaDevices === undefined) onEnd('none');
    else
      begin().catch((error: unknown) => {
        end();
        onEnd(reasonOf(error));
      });
    return end;
  }, []);
  return (
    <>
      <video ref={video} muted playsInline aria-label={t('workshop.cameraPicture')} />
      <p class="small quiet">{t('workshop.cameraSees')}</p>
    </>
  );
}

function reasonOf(error: unknown): Why {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'other';
}

type Look = (video: HTMLVideoElement) => Promise<string | undefined>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** The browser's own detector where it has one that knows QR codes; else one of ours, on a smaller picture. */
async function lookWith(own: Workshop): Promise<Look> {
  const { BarcodeDetector: known } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = (await known?.getSupportedFormats().catch(() => [])) ?? [];
  if (known !== undefined && formats.includes('qr_code')) {
    const detector = new known({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return undefined;
    const scale = Math.min(1, WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return own.readPicture({ width, height, data });
  };
}
