extension StyleSheet {
    /// Segments of the chain as cards in columns of stages, and what stands before and behind an organization.
    static let chain = """
        .chain {
          position: relative; display: grid; grid-template-columns: repeat(6, minmax(0, 1fr));
          gap: var(--s3) 22px; align-items: start;
        }
        .chain > svg {
          position: absolute; inset: 0; width: 100%; height: 100%; max-width: none; pointer-events: none;
          z-index: 2; overflow: visible;
        }
        .chain svg path { fill: none; stroke: var(--warp); opacity: .62; }
        .chain svg path.on { opacity: 1; stroke: var(--weft); }
        .chain svg.dim path:not(.on) { opacity: .1; }
        .legend { align-items: baseline; }
        .legend .src { font-size: inherit; }
        .stage { min-width: 0; }
        .stage > .sh {
          display: block; list-style: none; cursor: default; border-top: 3px solid var(--warp); padding: 6px 0 16px;
        }
        .stage > .sh::-webkit-details-marker { display: none; }
        .sh b { display: block; font-weight: 650; font-size: var(--t-3); line-height: 1.3; }
        .sh span { font-size: var(--t-1); color: var(--ink-3); font-variant-numeric: tabular-nums; }
        .seg {
          position: relative; background: var(--surface); border: 1px solid var(--line);
          border-radius: var(--r2); margin-bottom: 5px; z-index: 1;
        }
        .seg summary {
          display: grid; grid-template-columns: 14px 1fr auto; gap: 7px; align-items: start; padding: 5px 8px;
          font-size: var(--t-2); line-height: 1.35; color: var(--ink); list-style: none; cursor: pointer;
        }
        .seg summary::-webkit-details-marker { display: none; }
        .seg .open > summary:hover { background: var(--soft); }
        .seg .open[open] > summary { background: var(--soft); }
        .seg summary .st { margin-top: 2px; }
        .seg .k { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--ink-2); }
        .seg .tag { font-size: 11px; line-height: 1.4; padding: 0 4px; white-space: normal; }
        .seg li > .open > summary {
          padding: 3px 8px 3px 16px; grid-template-columns: 12px 1fr auto; font-size: var(--t-1); color: var(--ink-2);
        }
        .seg li li > .open > summary { padding-left: 28px; }
        .seg li .st { width: 11px; height: 11px; }
        .seg ul { border-top: 1px solid var(--line); padding: 2px 0; }
        .seg ul ul { border-top: 0; padding: 0; }
        .seg.unknown { background: transparent; border-style: dotted; border-color: var(--line-2); }
        .seg.unknown > .open > summary { color: var(--ink-2); }
        .seg.top-seg { border-color: var(--line-2); margin-bottom: 10px; }
        .in-card {
          padding: 4px 8px 8px; font-size: var(--t-1); line-height: 1.5; background: var(--surface);
          border-top: 1px solid var(--line); overflow-wrap: anywhere;
        }
        .in-card dt { color: var(--ink-3); margin-top: 4px; }
        .in-card dt:first-child { margin-top: 0; }
        .in-card > p { margin-top: 6px; }
        .in-card .src .pop {
          position: fixed; inset: auto var(--s5) var(--s5) auto; width: min(360px, calc(100vw - 32px)); z-index: 40;
        }
        .band { grid-column: 1 / -1; margin-top: var(--s2); }
        .stage.band > .sh { border-top-color: var(--c-n); }
        .band .segs { columns: 6; column-gap: 22px; }
        .band .seg { break-inside: avoid; }
        .path {
          display: flex; flex-wrap: wrap; align-items: center; gap: 4px 0; font-size: var(--t-2); line-height: 1.4;
        }
        .path li { display: inline-flex; align-items: center; }
        .path li + li::before {
          content: ""; width: 18px; height: 0; border-top: 1.5px solid var(--ink-3); margin: 0 5px;
        }
        .path li.est + li::before { border-top-style: dotted; }
        .path span {
          padding: 1px 6px; border: 1px solid var(--line-2); border-radius: var(--r1); background: var(--surface);
        }
        .tiers { display: grid; grid-template-columns: 1fr 1.1fr 1fr; align-items: center; gap: 0 var(--s6); }
        .tiers .col { display: grid; gap: var(--s2); }
        .tiers .node {
          border: 1px solid var(--line-2); border-radius: var(--r2); padding: 8px 12px; background: var(--surface);
          font-size: var(--t-3); line-height: 1.4;
        }
        .tiers .node small { display: block; color: var(--ink-3); font-size: var(--t-1); }
        .tiers .node.me { border: 2px solid var(--warp); }
        .tiers .node.none { border-style: dotted; color: var(--ink-3); }

        @media (max-width: 1023px) {
          .chain { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          .chain > svg, .legend .lines { display: none; }
          .band .segs { columns: 3; }
        }
        @media (max-width: 640px) {
          .chain { display: block; }
          .stage, .stage.band { border-top: 3px solid var(--warp); padding: 0 0 4px; margin-top: 0; }
          .stage.band { border-top-color: var(--c-n); }
          .stage > .sh { border-top: 0; cursor: pointer; position: relative; padding: 10px 0; }
          .stage > .sh::after {
            content: "+"; position: absolute; right: 4px; top: 10px; font-size: 1.25rem; line-height: 1;
            color: var(--ink-3);
          }
          .stage[open] > .sh::after { content: "–"; }
          .band .segs { columns: 1; }
          .seg .open > summary {
            min-height: 40px; align-items: center; padding-block: 8px; font-size: var(--t-3);
          }
          .seg li > .open > summary { min-height: 36px; font-size: var(--t-2); }
          .seg summary .st { margin-top: 0; }
          .in-card { font-size: var(--t-2); }
          .tiers { grid-template-columns: minmax(0, 1fr); gap: var(--s2); }
        }
        @media print {
          .chain > svg { display: none; }
          .chain { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8pt; }
          .stage::details-content { display: block; content-visibility: visible; }
          .seg { break-inside: avoid; }
        }
        """
}
