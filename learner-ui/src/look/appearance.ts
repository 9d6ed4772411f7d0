/** What a person chose about how the app looks; kept on their device only. */
export type Theme = 'system' | 'light' | 'dark';
export type TypeSize = 'normal' | 'large';

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');

const isTheme = (text: string | null): text is Theme =>
  text === 'system' || text === 'light' || text === 'dark';

/** The chosen theme; 'system' until the person says otherwise. */
export const savedTheme = (): Theme => {
  const saved = localStorage.getItem('xz.theme');
  return isTheme(saved) ? saved : 'system';
};

/** The chosen type size; 'large' is a quarter larger everywhere. */
export const savedTypeSize = (): TypeSize =>
  localStorage.getItem('xz.type') === 'large' ? 'large' : 'normal';

const paint = () => {
  const theme = savedTheme();
  const dark = theme === 'dark' || (theme === 'system' && darkSystem().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.dataset.type = savedTypeSize();
};

/** Remembers the choice and paints it at once. */
export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem('xz.theme', theme);
  paint();
};

/** Remembers the choice and paints it at once. */
export const chooseTypeSize = (size: TypeSize): void => {
  localStorage.setItem('xz.type', size);
  paint();
};

/** Paints theme and type size, and follows the system from then on. Call once, before mounting. */
export const applyAppearance = (): void => {
  paint();
  darkSystem().addEventListener('change', paint);
};
