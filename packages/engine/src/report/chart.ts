import type { Block, Chart } from './bulletin.ts';

/** Most bars that can still be read on a page. */
const mostBars = 40;

/** A chart of the bars; nothing for one bar, which compares with nothing, or for more than a page can show. */
export const chartOf = (chart: Chart): readonly Block[] =>
  chart.bars.length < 2 || chart.bars.length > mostBars ? [] : [{ kind: 'chart', ...chart }];
