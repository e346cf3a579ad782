/** How large the letters are. */
export type TextSize = 'normal' | 'large';

const key = 'xiuhua.inspect.size';

/** The size chosen on this device. */
export const textSize = (): TextSize => (localStorage.getItem(key) === 'large' ? 'large' : 'normal');

/** Shows the size chosen on this device; called once at the start. */
export const showTextSize = (): void => {
  document.documentElement.dataset.size = textSize();
};

/** Chooses a size and shows it at once. */
export const setTextSize = (size: TextSize): void => {
  localStorage.setItem(key, size);
  showTextSize();
};
