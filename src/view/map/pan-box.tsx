/**
 * The picture in a box that scrolls: dragged, swiped, wheeled and moved by keys as any page is, so that nothing has
 * to be learnt and nothing is trapped. Closer and further by keys, buttons, two fingers, or the wheel with Ctrl.
 */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../context.ts';
import { Chevron } from '../parts/chevron.tsx';

const CLOSEST = 4;
const STEP = 1.25;
/** A share of what is seen, for one press of a button. */
const MOVE = 0.6;
/** Pixels that the pointer may tremble before a press becomes a drag. */
const TREMBLE = 6;

interface PanBoxProps {
  /** Of the picture, in its own units; at full size a unit is a pixel at the usual text size. */
  width: number;
  height: number;
  /** Changes with what is shown: the picture then starts at full size and at its beginning. */
  of: string;
  box: RefObject<HTMLDivElement | null>;
  onEscape: () => void;
  /** The picture, given its size in pixels. */
  children: (size: { width: number; height: number }) => ComponentChildren;
}

export function PanBox({ width, height, of, box, onEscape, children }: PanBoxProps) {
  const { t } = useApp();
  const [zoom, setZoom] = useState(1);
  /** The point of the picture (shares of it) that stays where it is on screen while it grows. */
  const held = useRef<{ x: number; y: number; atX: number; atY: number } | undefined>(undefined);
  const scale = zoom * textScale();
  const size = { width: width * scale, height: height * scale };

  useLayoutEffect(() => {
    setZoom(1);
    box.current?.scrollTo(0, 0);
  }, [of]);
  useLayoutEffect(() => {
    const { current } = box;
    const point = held.current;
    held.current = undefined;
    if (current === null || point === undefined) return;
    current.scrollTo(point.x * size.width - point.atX, point.y * size.height - point.atY);
  }, [zoom]);

  const whole = () => {
    const { current } = box;
    if (current === null) return 1;
    const most = Number.parseFloat(getComputedStyle(current).maxHeight) || current.clientHeight;
    return Math.min(1, current.clientWidth / (width * textScale()), most / (height * textScale()));
  };
  /** @param at where in the box, in pixels; its middle by default */
  const zoomTo = (to: (now: number) => number, at?: { x: number; y: number }) => {
    const { current } = box;
    if (current === null) return;
    const atX = at?.x ?? current.clientWidth / 2;
    const atY = at?.y ?? current.clientHeight / 2;
    setZoom((now) => {
      const before = now * textScale();
      held.current = {
        x: (current.scrollLeft + atX) / (width * before),
        y: (current.scrollTop + atY) / (height * before),
        atX,
        atY,
      };
      return Math.min(CLOSEST, Math.max(Math.min(whole(), 1), to(now)));
    });
  };
  const zoomBy = (factor: number, at?: { x: number; y: number }) => zoomTo((now) => now * factor, at);
  useTouchAndWheel(box, zoomBy);
  const drag = useDrag(box);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(STEP);
    else if (event.key === '-') zoomBy(1 / STEP);
    else if (event.key === '0') zoomTo(whole);
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
  };
  const move = (x: number, y: number) => {
    const { current } = box;
    current?.scrollBy(x * MOVE * current.clientWidth, y * MOVE * current.clientHeight);
  };
  return (
    <>
      <section
        class="pan-box"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        aria-label={t('map.box')}
        onKeyDown={onKeyDown}
        {...drag}
      >
        {children(size)}
      </section>
      <div class="pan-tools">
        <span class="zooms">
          <button type="button" onClick={() => zoomBy(STEP)}>
            {t('map.closer')}
          </button>
          <button type="button" onClick={() => zoomBy(1 / STEP)}>
            {t('map.further')}
          </button>
          <button type="button" onClick={() => zoomTo(whole)}>
            {t('map.whole')}
          </button>
          <button type="button" onClick={() => zoomTo(() => 1)}>
            {t('map.readable')}
          </button>
        </span>
        <span class="moves">
          {(
            [
              ['left', -1, 0],
              ['up', 0, -1],
              ['down', 0, 1],
              ['right', 1, 0],
            ] as const
          ).map(([way, x, y]) => (
            <button key={way} type="button" aria-label={t('map.move', { way })} onClick={() => move(x, y)}>
              <Chevron to={way} />
            </button>
          ))}
        </span>
      </div>
    </>
  );
}

/** The picture grows with the reader's own size of text. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 18;
}

/** Two fingers and the wheel with Ctrl (which is also two fingers on a touchpad); one finger scrolls as everywhere. */
function useTouchAndWheel(
  box: RefObject<HTMLDivElement | null>,
  zoomBy: (factor: number, at: { x: number; y: number }) => void,
): void {
  const by = useRef(zoomBy);
  by.current = zoomBy;
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    let apart = 0;
    const pinch = (event: TouchEvent) => {
      const [a, b] = event.touches;
      if (a === undefined || b === undefined) {
        apart = 0;
        return;
      }
      event.preventDefault();
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      const place = current.getBoundingClientRect();
      const at = {
        x: (a.clientX + b.clientX) / 2 - place.left,
        y: (a.clientY + b.clientY) / 2 - place.top,
      };
      if (apart > 0 && now > 0) by.current(now / apart, at);
      apart = now;
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const place = current.getBoundingClientRect();
      by.current(Math.exp(-event.deltaY / 240), {
        x: event.clientX - place.left,
        y: event.clientY - place.top,
      });
    };
    const end = () => {
      apart = 0;
    };
    // Not passive: the browser would zoom the whole page.
    current.addEventListener('touchstart', pinch, { passive: false });
    current.addEventListener('touchmove', pinch, { passive: false });
    current.addEventListener('touchend', end);
    current.addEventListener('wheel', wheel, { passive: false });
    return () => {
      current.removeEventListener('touchstart', pinch);
      current.removeEventListener('touchmove', pinch);
      current.removeEventListener('touchend', end);
      current.removeEventListener('wheel', wheel);
    };
  }, []);
}

/** A mouse drags the picture; what it was pressed on is then not opened. */
function useDrag(box: RefObject<HTMLDivElement | null>) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | undefined>(undefined);
  const dragged = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      const { current } = box;
      dragged.current = false;
      if (current === null || event.pointerType !== 'mouse' || event.button !== 0) return;
      from.current = {
        x: event.clientX,
        y: event.clientY,
        left: current.scrollLeft,
        top: current.scrollTop,
      };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = from.current;
      const { current } = box;
      if (start === undefined || current === null) return;
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      if (!dragged.current && Math.hypot(x, y) < TREMBLE) return;
      if (!dragged.current) current.setPointerCapture(event.pointerId);
      dragged.current = true;
      current.scrollTo(start.left - x, start.top - y);
    },
    onPointerUp: () => {
      from.current = undefined;
    },
    onPointerCancel: () => {
      from.current = undefined;
    },
    onClickCapture: (event: MouseEvent) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // A link would be dragged as a link.
    onDragStart: (event: DragEvent) => event.preventDefault(),
  };
}
