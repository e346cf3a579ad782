import type { Figure } from '@xiuhua/engine';

/** A reported number as people read it: 96.0 % (280/400), 12 公里. */
export const sayFigure = (figure: Figure, unit: string): string => {
  if (figure.value !== undefined) return `${figure.value} ${unit}`;
  const { numerator, denominator } = figure;
  const whole = unit === '‰' ? 1000 : unit === '%' || unit === '％' ? 100 : 1;
  const share = denominator === 0 ? '—' : `${((numerator * whole) / denominator).toFixed(1)} ${unit}`;
  return `${share} (${numerator}/${denominator})`;
};
