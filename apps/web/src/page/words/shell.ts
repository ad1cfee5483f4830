import { amount } from '../format.ts';

/** What stands around every view, and what several of them say. */
export const shell = {
  name: 'TQRS',
  skip: 'Skip to the content',
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  unknown: '—',
  more: (count: number) => `${amount(count)} more`,

  navigation: {
    label: 'Main',
    start: 'New review',
    runs: 'Past reviews',
    offlineJudge: 'Offline judge',
    settings: 'Settings',
  },

  offline: {
    title: 'The server does not answer.',
    hint: 'It may be starting again, or the connection is lost. This page tries again by itself.',
  },
  defect: {
    title: 'Something in this page broke.',
    hint: 'Your reviews are safe on the server. Load the page again.',
    reload: 'Load again',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'The address is wrong, or what was here has been deleted.',
    back: 'Start a new review',
  },
  failures: {
    offline: { message: 'The server does not answer.', hint: 'Check that it is running, then try again.' },
    garbled: {
      message: 'The server answered in a way that this page does not understand.',
      hint: 'Load the page again: the server may have been updated.',
    },
  },

  signIn: {
    title: 'Sign in',
    text: 'This server is open to others, so it asks for its access token. Whoever started the server has it.',
    token: 'Access token',
    submit: 'Sign in',
    empty: 'Enter the token first.',
  },
};
