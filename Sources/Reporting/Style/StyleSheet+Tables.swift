extension StyleSheet {
    /// Tables: caption, head and unit row that stay in sight, numbers right, bars in cells.
    static let tables = """
        .tblock { min-width: 0; }
        .tbl {
          overflow: auto; max-height: 560px; border: 1px solid var(--line); border-radius: var(--r3);
          background: var(--surface); scrollbar-width: thin;
        }
        .tbl.free { max-height: none; }
        table {
          border-collapse: separate; border-spacing: 0; width: 100%; font-size: var(--t-3); line-height: 1.4;
        }
        caption { text-align: left; padding: var(--s3) var(--s4); font-weight: 650; font-size: var(--t-3); }
        caption small {
          display: block; font-weight: 400; color: var(--ink-3); font-size: var(--t-2); max-width: 60em;
        }
        th, td {
          padding: 7px var(--s3); text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
        }
        th:first-child, td:first-child { padding-left: var(--s4); }
        th:last-child, td:last-child { padding-right: var(--s4); }
        td.n, th.n { text-align: right; }
        td.n { white-space: nowrap; }
        thead th.n { min-width: 4.5em; }
        th.o { width: 1%; white-space: nowrap; }
        td.n.na { white-space: normal; padding-left: 2px; }
        thead th.l { min-width: 11em; }
        thead { position: sticky; top: 0; z-index: 3; }
        thead :is(th, td) {
          background: var(--surface); font-weight: 600; font-size: var(--t-2); color: var(--ink-2);
          vertical-align: bottom; border-bottom: 0;
        }
        thead tr:last-child > * { border-bottom: 1.5px solid var(--line-2); }
        thead tr.u > * {
          font-weight: 400; color: var(--ink-3); font-size: var(--t-1); padding-top: 0; padding-bottom: 6px;
        }
        thead tr:has(+ .u) > * { padding-bottom: 2px; }
        thead a.sort { color: inherit; text-decoration: none; }
        thead a.sort:hover { text-decoration: underline; }
        tbody th { font-weight: 500; min-width: 7.5em; }
        tbody td:not(.n) { min-width: 5em; }
        tbody th.n { min-width: 0; }
        tbody td:has(> a) { min-width: 7.5em; }
        .loom tbody td:not(.n) { min-width: 0; }
        :is(td, th) .pl { white-space: nowrap; }
        tbody tr:hover > * { background: color-mix(in srgb, var(--soft) 55%, var(--surface)); }
        tbody tr:last-child > * { border-bottom: 0; }
        tr.hl > * { background: var(--soft); font-weight: 600; }
        :is(td, th) .sub { display: block; font-size: var(--t-1); color: var(--ink-3); font-weight: 400; }
        .tfoot {
          display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); justify-content: space-between;
          font-size: var(--t-2); color: var(--ink-3); padding: var(--s2) 0 0;
        }
        .tfoot nav { display: flex; gap: var(--s3); }
        .barcell { min-width: 110px; vertical-align: middle; }
        .bar { width: 100%; min-width: 72px; height: 10px; }
        .bar .bg { fill: var(--sunken); }
        .bar .fg { fill: var(--q-5); }

        @media (min-width: 1024px) {
          .tbl.free { overflow: visible; }
          .tbl.free thead { position: static; }
          caption.vh + thead tr:first-child > :first-child { border-top-left-radius: var(--r3); }
          caption.vh + thead tr:first-child > :last-child { border-top-right-radius: var(--r3); }
          .tbl.free tbody tr:last-child > :first-child { border-bottom-left-radius: var(--r3); }
          .tbl.free tbody tr:last-child > :last-child { border-bottom-right-radius: var(--r3); }
          .tbl:not(.free) .src .pop, .tbl:not(.free) .src.end .pop {
            position: fixed; inset: auto var(--s5) var(--s5) auto; width: 360px; z-index: 40;
          }
        }
        @media (max-width: 640px) {
          .tbl {
            margin-inline: calc(var(--s4) * -1); border-radius: 0; border-inline: 0; max-height: 480px;
          }
          .tbl.free { max-height: none; }
          :is(.chart, .panel) .tbl { margin-inline: 0; border: 1px solid var(--line); border-radius: var(--r2); }
          .tbl table { min-width: 520px; }
          .tbl table.fit { min-width: 0; }
          .tbl table.wide { min-width: 860px; }
          .tbl :is(tbody th:first-child, thead tr > :first-child) {
            position: sticky; left: 0; background: var(--surface); z-index: 2; box-shadow: 1px 0 0 var(--line);
            max-width: 46vw;
          }
          .tbl tbody tr > :has(.src[open]) { z-index: 5; }
          .tbl tr.hl > th:first-child { background: var(--soft); }
          .tbl :is(tbody th, thead tr:first-child th):first-child { min-width: 5em; }
          .tbl caption:not(.vh) { position: sticky; left: 0; max-width: calc(100vw - 2 * var(--s4)); }
        }
        """
}
