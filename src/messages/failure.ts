/** The few words that are part of the script, since they are needed when nothing else could be loaded. */
export interface FailureWords {
  title: string;
  kept: string;
  whatToDo: string;
  reload: string;
  details: string;
}

export const FAILURE_WORDS: FailureWords = {
  title: 'Something in Waymark has gone wrong',
  kept: 'This is a fault of ours, not of yours. What was saved on this device is still there.',
  whatToDo:
    'Load the page again to go on where you left. If it happens again, tell whoever gave you Waymark what is written below.',
  reload: 'Load the page again',
  details: 'For whoever looks into it',
};
