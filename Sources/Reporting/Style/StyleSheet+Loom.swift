extension StyleSheet {
    /// The loom: places are weft, stages are warp; five shades, dotted where nothing is on record.
    static let loom = """
        .loombox { overflow-x: auto; margin-block: var(--s2) var(--s3); }
        .loom { border-spacing: 10px; table-layout: fixed; min-width: 560px; }
        .loom :is(td, th) { border-bottom: 0; min-width: 0; }
        .loom thead { position: static; }
        .loom thead :is(th, td) {
          text-align: center; background: none; padding: 4px 0; line-height: 1.25; border-bottom: 0;
          overflow-wrap: anywhere;
        }
        .loom thead td { width: 92px; }
        .loom tbody th { width: 92px; padding: 0; vertical-align: middle; font-size: var(--t-2); min-width: 0; }
        .loom tbody th .pl { white-space: normal; }
        :lang(en) .loom thead th { font-size: 11.5px; }
        .loom tbody tr:hover > * { background: none; }
        .loom tbody td { position: relative; padding: 0; text-align: center; }
        .loom tbody td::before, .loom tbody td::after { content: ""; position: absolute; }
        .loom tbody td::before {
          left: calc(50% - 1px); top: -10px; width: 2px; height: 10px;
          background: color-mix(in srgb, var(--warp) 45%, var(--surface));
        }
        .loom tbody td::after { top: calc(50% - 1px); left: -10px; width: 10px; height: 2px; background: var(--line-2); }
        .loom tr.p1 td::after { background: var(--c-1); }
        .loom tr.p2 td::after { background: var(--c-2); }
        .loom tr.p3 td::after { background: var(--c-3); }
        .loom tr.p4 td::after { background: var(--c-4); }
        .loom tr.p5 td::after { background: var(--c-5); }
        .loom tr.p6 td::after { background: var(--c-6); }
        .loom tbody td > span {
          display: flex; align-items: center; justify-content: center; height: 56px; font-size: 1.0625rem;
          font-weight: 600; font-variant-numeric: tabular-nums lining-nums;
        }
        .loom .h0 > span {
          border: 1.5px dotted var(--s-unknown); color: var(--ink-3); font-size: var(--t-1); font-weight: 400;
        }
        .loom .h0 .na { color: inherit; }
        .loom .h1 > span { background: var(--q-1); }
        .loom .h2 > span { background: var(--q-2); }
        .loom .h3 > span { background: var(--q-3); color: light-dark(#0d1a26, #fff); }
        .loom .h4 > span { background: var(--q-5); color: light-dark(#fff, #0d1a26); }
        .loom .h5 > span { background: var(--q-6); color: light-dark(#fff, #0d1a26); }
        @media (max-width: 640px) {
          .loom { border-spacing: 6px; }
          :lang(en) .loom { min-width: 740px; }
          .loom thead td, .loom tbody th { width: 64px; }
          .loom tbody td > span { height: 44px; }
        }
        @media print { .loom tbody td > span { border: 1px solid var(--line-2); } }

        """
}
