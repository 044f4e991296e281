import { fonts, light } from "../charts/theme.js";
import { tableStyle } from "../tables/table-style.js";

const { ink, muted, line, base, accent, bad, sequential } = light;

/** The look of a report on a screen and on paper; A4 and Letter are the reader's choice. */
export const reportStyle = `
*, ::before, ::after { box-sizing: border-box; }
html { color-scheme: light; background: #F3F5F7; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: ${ink}; font: 15px/1.6 ${fonts}; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
main { max-width: 860px; margin: 32px auto; background: #FFFFFF; border: 1px solid ${line}; }
.page { padding: 48px 64px; }
.page + .page { border-top: 1px solid ${line}; }
h1, h2, h3, p, ul, ol, figure, dl { margin: 0 0 16px; }
h1 { font-size: 26px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
:lang(zh) h1 { letter-spacing: 0; word-break: keep-all; overflow-wrap: anywhere; }
h2 { font-size: 21px; line-height: 1.3; font-weight: 650; margin-bottom: 20px; }
* + h2 { margin-top: 40px; }
h3 { font-size: 14px; line-height: 1.4; font-weight: 650; margin: 24px 0 8px; }
ul, ol { padding-left: 20px; }
li { margin: 4px 0; }
a { color: ${base}; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: ${sequential[0]}; padding: 1px 4px; border-radius: 3px; }
pre { overflow-x: auto; padding: 12px; background: #F7F9FB; font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; }
.kicker { margin-bottom: 12px; color: ${muted}; font-size: 13px; font-weight: 600; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 24px; margin: 28px 0; padding: 0; list-style: none; }
.numbers li { margin: 0; padding-top: 12px; border-top: 2px solid ${base}; }
.numbers strong { display: block; font-size: 30px; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.numbers span { display: block; margin: 4px 0; line-height: 1.4; }
.numbers small { color: ${muted}; font-size: 12px; }
.chart { margin: 0 0 16px; }
svg { display: block; max-width: 100%; height: auto; }
img { max-width: 100%; }
.next { margin: 24px 0; padding: 16px 20px; border-left: 3px solid ${accent}; background: #FDF5F0; }
.next p { margin: 4px 0 0; }
.source { margin: 0; color: ${muted}; font-size: 12px; overflow-wrap: anywhere; }
.alarm { padding: 10px 14px; border-left: 3px solid ${bad}; background: #FBF1F4; }
.failed { padding: 10px 14px; border-left: 3px solid ${bad}; background: #FBF1F4; overflow-wrap: anywhere; }
.marklab-warnings { margin: 0 0 16px; padding: 0; list-style: none; }
.marklab-warnings b { margin-right: 8px; color: ${muted}; }
.marklab-blocks b { color: ${bad}; }
.output { margin: 0 0 24px; }
.text table { border-collapse: collapse; margin: 0 0 16px; }
.text th, .text td { padding: 5px 16px 5px 0; border-bottom: 1px solid ${line}; text-align: left; vertical-align: baseline; }
.text th { color: ${muted}; font-size: 13px; font-weight: 600; }
dl div { display: grid; grid-template-columns: 190px 1fr; gap: 16px; padding: 4px 0; border-bottom: 1px solid ${line}; }
dt { color: ${muted}; }
dd { margin: 0; overflow-wrap: anywhere; }
.last { font-size: 13px; }
.checks { padding: 0; list-style: none; }
.blocks { color: ${bad}; font-weight: 600; }
.note { color: ${muted}; font-weight: 600; }
.checks span { margin-right: 6px; }
${tableStyle}
.marklab-table.marklab-table th, .marklab-table.marklab-table td { white-space: normal; max-width: none; }
.marklab-table.marklab-table td:first-child { white-space: nowrap; }
.marklab-table.marklab-wide table { font-size: 10px; }
.marklab-table.marklab-wide th, .marklab-table.marklab-wide td { padding: 3px 5px; }
.marklab-titled td { padding-top: 3px; padding-bottom: 3px; }
.marklab-titled p { margin: 16px 0 4px; }
.marklab-titled .marklab-shape { display: none; }
@media (max-width: 640px) { main { margin: 0; border: 0; } .page { padding: 28px 20px; } dl div { grid-template-columns: 1fr; gap: 0; } }
@media print {
  @page { margin: 15mm 16mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9px ${fonts}; color: ${muted}; } }
  html { background: #FFFFFF; }
  body { font-size: 10pt; line-height: 1.45; }
  h1 { font-size: 19pt; }
  h2 { font-size: 15pt; margin-bottom: 12px; }
  h1, h2, h3, p, ul, ol, figure, dl { margin-bottom: 10px; }
  .numbers { margin: 16px 0; gap: 20px; }
  .numbers strong { font-size: 20pt; }
  .next { margin: 14px 0; padding: 10px 16px; }
  .output { margin-bottom: 14px; }
  .last { font-size: 8.5pt; }
  .last h3 { margin-top: 12px; }
  dl div { padding: 1px 0; }
  .chart { max-width: 74%; }
  .first .chart { max-width: 80%; }
  .first .chart svg { width: auto; max-height: 285px; }
  .marklab-table.marklab-table th, .marklab-table.marklab-table td { padding-left: 8px; padding-right: 8px; }
  main { max-width: none; margin: 0; border: 0; }
  .page { padding: 0; }
  .page + .page { border: 0; break-before: page; }
  .chart, .numbers, .next, .alarm, tr, svg, dl div, li { break-inside: avoid; }
  h2, h3, p:has(+ .chart), .text:has(+ .output) { break-after: avoid; }
  .marklab-table { overflow: visible; }
}
`;
