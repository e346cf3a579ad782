import type { Chart } from '@xiuhua/engine';
import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';

/** Inks of the series, and of the numbers on them; next to one another they can be told apart in a grey print too. */
const inks = [
  { bar: '1F4E8C', label: 'FFFFFF' },
  { bar: 'B9CBE3', label: '1B2430' },
  { bar: 'B3261E', label: 'FFFFFF' },
] as const;

const inkOf = (at: number) => inks[at % inks.length] ?? inks[0];

/** Width of the type area in pixels, and what a chart takes for each bar and around them. */
const size = { width: 588, bar: 24, around: 96 } as const;

const face = { name: '宋体' } as const;

/**
 * A chart as Word draws it itself: horizontal bars in the order of the table under it, the first on top. Its numbers can
 * be opened and changed in Word, and screen readers are told them.
 */
export const chartParagraph = ({ caption, unit, series, bars }: Chart): Paragraph => {
  const text = { size: 10 };
  const stacked = series.length > 1;
  const values = series.map((name, at) => ({
    name,
    values: bars.map(({ values }) => Number(values[at] ?? 0)),
    color: inkOf(at).bar,
    ...(stacked && { dataLabels: { value: true, numberFormat: '0;;', font: { size: 9, color: inkOf(at).label } } }),
  }));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'bar',
        title: { text: `${caption}（${unit}）`, font: { size: 12, bold: true } },
        font: face,
        categories: bars.map(({ label }) => label),
        series: values,
        stacking: stacked ? 'stacked' : 'none',
        gapWidth: 60,
        legend: stacked ? { position: 'bottom', font: text } : false,
        categoryAxis: { reverseOrder: true, font: text },
        valueAxis: { visible: false, gridlines: false, minimum: 0 },
        ...(stacked ? {} : { dataLabels: { value: true, position: 'outsideEnd' as const, font: { size: 9 } } }),
        chartArea: { border: 'none' },
        transformation: { width: size.width, height: size.around + size.bar * bars.length },
      }),
    ],
  });
};
