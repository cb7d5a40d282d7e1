/** What a camera took or refused, heard and felt: whoever holds it looks at the next code, not at the screen. */

let own: AudioContext | undefined;

/** To be called from a press of a button: browsers are silent before that. */
export function readySound(): void {
  try {
    own ??= new AudioContext();
    void own.resume();
  } catch {
    // A device without sound; the words are on the screen all the same.
  }
}

/** One high tone where it was taken; two low ones where it was not, or waits for a word. */
export function sound(kind: 'taken' | 'refused'): void {
  navigator.vibrate?.(kind === 'taken' ? 60 : [60, 80, 60]);
  if (own === undefined || own.state !== 'running') return;
  const tones = kind === 'taken' ? [880] : [330, 330];
  tones.forEach((height, i) => {
    if (own === undefined) return;
    const from = own.currentTime + i * 0.16;
    const tone = own.createOscillator();
    const loudness = own.createGain();
    tone.frequency.value = height;
    loudness.gain.setValueAtTime(0.2, from);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.12);
    tone.connect(loudness).connect(own.destination);
    tone.start(from);
    tone.stop(from + 0.13);
  });
}
