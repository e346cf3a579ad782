import { type Figure, type IndicatorView, type Period, periodBefore, type Reading, type Scope } from '@xiuhua/engine';

/** A reported number as people read it: 96.0 % (280/400), 12 公里. */
export const sayFigure = (figure: Figure, unit: string): string => {
  if (figure.value !== undefined) return `${figure.value} ${unit}`;
  const { numerator, denominator } = figure;
  const whole = unit === '‰' ? 1000 : unit === '%' || unit === '％' ? 100 : 1;
  const share = denominator === 0 ? '—' : `${((numerator * whole) / denominator).toFixed(1)} ${unit}`;
  return `${share} (${numerator}/${denominator})`;
};

const sizeOf = (figure: Figure): number | undefined =>
  figure.value ?? (figure.denominator === 0 ? undefined : figure.numerator / figure.denominator);

/** The number of the period before, if it was reported and not returned. */
export const lastTime = (view: IndicatorView, period: Period, scope: Scope): Reading | undefined =>
  view.readings.find(
    (reading) =>
      reading.period === periodBefore(period) &&
      reading.scope.kind === scope.kind &&
      reading.scope.name === scope.name &&
      reading.state !== 'returned',
  );

/** From which difference to last time, in per cent, a number is asked about again. */
const jump = 30;

/** How far a number lies from last time, in whole per cent, when that is far enough to ask about; else nothing. */
export const jumpFrom = (last: Figure | undefined, next: Figure): number | undefined => {
  const [before, after] = [last && sizeOf(last), sizeOf(next)];
  if (before === undefined || after === undefined || before === 0) return undefined;
  const percent = Math.round((Math.abs(after - before) * 100) / Math.abs(before));
  return percent > jump ? percent : undefined;
};
