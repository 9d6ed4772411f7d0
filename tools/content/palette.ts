/** The colours of the lessons: the product's own tokens, so that a lesson looks like the app. */
export const palette = {
  ink: '#17212B',
  soft: '#5B6875',
  paper: '#F6F8F9',
  surface: '#FFFFFF',
  line: '#E3E8EC',
  steel: '#B8C2CB',
  teal: '#0B6B7A',
  tealPale: '#DCEDEF',
  orange: '#E8710A',
  orangePale: '#FCE7D3',
  green: '#2B8A57',
  red: '#B93A32',
  yellow: '#F2B705',
  skin: '#F0C9A4',
} as const;
