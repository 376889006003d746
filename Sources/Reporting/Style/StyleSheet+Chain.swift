extension StyleSheet {
    /// Segments of the chain as cards in columns of stages, and what stands before and behind an organization.
    static let chain = """
        .chain {
          display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: var(--s3) 22px; align-items: start;
        }
        .stage { min-width: 0; }
        .stage > .sh { display: block; border-top: 3px solid var(--warp); padding: 6px 0 16px; }
        .sh b { display: block; font-weight: 650; font-size: var(--t-3); line-height: 1.3; }
        .sh span { font-size: var(--t-1); color: var(--ink-3); font-variant-numeric: tabular-nums; }
        .seg {
          background: var(--surface); border: 1px solid var(--line); border-radius: var(--r2); margin-bottom: 5px;
        }
        .seg > a, .seg li a {
          display: grid; grid-template-columns: 14px 1fr auto; gap: 7px; align-items: start; padding: 5px 8px;
          font-size: var(--t-2); line-height: 1.35; color: var(--ink); text-decoration: none;
        }
        .seg a .st { margin-top: 2px; }
        .seg a .k { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--ink-2); }
        .seg a:hover { background: var(--soft); }
        .seg .tag { font-size: 11px; line-height: 1.4; padding: 0 4px; margin-left: 4px; }
        .seg li a {
          padding: 3px 8px 3px 16px; grid-template-columns: 12px 1fr auto; font-size: var(--t-1);
          color: var(--ink-2);
        }
        .seg li .st { width: 11px; height: 11px; }
        .seg ul { border-top: 1px solid var(--line); padding: 2px 0; }
        .seg.unknown { background: transparent; border-style: dotted; border-color: var(--line-2); }
        .seg.unknown > a { color: var(--ink-2); }
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
          .band .segs { columns: 3; }
        }
        @media (max-width: 640px) {
          .chain { display: block; }
          .stage { padding: 0 0 8px; }
          .band .segs { columns: 1; }
          .seg > a { min-height: 40px; align-items: center; padding-block: 8px; font-size: var(--t-3); }
          .seg li a { min-height: 36px; align-items: center; font-size: var(--t-2); }
          .seg a .st { margin-top: 0; }
          .tiers { grid-template-columns: minmax(0, 1fr); gap: var(--s2); }
        }
        """
}
