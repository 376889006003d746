extension StyleSheet {
    /// Pages of records: threads between tiers, steps of a life cycle, struck readings, lists, cards of systems.
    static let records = """
        .plain-list { display: grid; gap: 4px; list-style: disc; padding-left: 1.2em; font-size: var(--t-3); }
        .panel > .form + :not(h3), .panel > .rows + *, .set-one + .rows, .panel > p + .plain-list { margin-top: var(--s3); }
        .set-one { background: var(--soft); padding: var(--s3); border-radius: var(--r2); margin-top: var(--s3); }
        .asks .panel { grid-template-rows: auto 1fr auto; }
        h2 > small { font-weight: 400; font-size: var(--t-3); margin-left: var(--s2); }
        .look > div { display: flex; flex-direction: column; }
        .written :is(h2, h3) { margin-top: var(--s5); }
        .written > * + * { margin-top: var(--s3); }
        .written .tbl { max-height: none; }
        .cite { overflow-wrap: anywhere; }
        .changes > li { counter-increment: change; }
        .in-note { padding-left: 1.4em; list-style: decimal; font-size: var(--t-2); }
        .chosen { border-top: 1px solid var(--line); padding-top: var(--s4); }
        .panel details > summary { cursor: pointer; }
        .embed main { padding: var(--s3); }
        .embed .chart { border: 0; padding: 0; background: none; }
        .embed main > p { margin-top: var(--s2); }
        .terms > dt { white-space: nowrap; scroll-margin-top: 64px; }
        .terms > dt:target, .terms > dt:target + dd { background: var(--soft); }
        .terms .sub { color: var(--ink-3); font-size: var(--t-2); }
        .was { color: var(--ink-3); text-decoration-thickness: 1px; overflow-wrap: anywhere; }
        td.n .was { white-space: nowrap; }
        .figs .v.txt { min-height: 36px; align-content: end; }
        .more { margin-top: var(--s2); }
        .pager { margin-top: var(--s4); }
        .pager [aria-current], .kinds [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
        .kinds { margin-bottom: var(--s4); }
        .wholes .tbl { max-height: none; }
        table:has(thead th:nth-child(2)[data-column="date"]) tbody td:nth-child(2) { white-space: nowrap; }
        tr.group > th { background: var(--sunken); font-weight: 600; color: var(--ink-2); font-size: var(--t-2); }
        .rests > summary { cursor: pointer; color: var(--link); width: max-content; max-width: 100%; }
        .rests dt { color: var(--ink-3); font-size: var(--t-1); margin-top: var(--s2); }
        .rests dd, .rests li { font-size: var(--t-2); line-height: 1.5; padding: 1px 0; overflow-wrap: anywhere; }
        .systems { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s4); }
        .systems .panel { display: grid; grid-template-rows: auto 1fr auto auto; gap: var(--s2); padding: var(--s4); }
        .systems p { font-size: var(--t-3); max-width: none; }
        .systems .where { font-weight: 550; }
        .systems .m { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; font-size: var(--t-1); }
        .stepbox { margin-top: var(--s4); padding-block: var(--s4); }
        .steps { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
        .steps li {
          position: relative; padding: 26px 8px 0 0; font-size: var(--t-2); line-height: 1.35; color: var(--ink-3);
        }
        .steps li::before {
          content: ""; position: absolute; left: 0; right: 0; top: 8px; height: 2px; background: var(--line-2);
        }
        .steps li::after {
          content: ""; position: absolute; left: 0; top: 1px; width: 16px; height: 16px; border-radius: 50%;
          border: 2px solid var(--line-2); background: var(--surface); box-sizing: border-box;
        }
        .steps li:last-child::before { right: calc(100% - 16px); }
        .steps .now { color: var(--ink); }
        .steps .now::after { border-color: var(--weft); border-width: 5px; }
        .stepbox > p { margin-top: var(--s2); }
        .steps b { font-weight: 500; }
        .steps .now b { font-weight: 650; }
        .c4 .tbl td:not(.n) { min-width: 0; }
        .c4 .tbl tbody th { min-width: 4em; }
        .c4 .tbl :is(th, td) { padding-inline: 6px; }
        .c4 .tbl :is(th, td):first-child { padding-left: var(--s3); }
        .c4 .chart .tbl { font-size: var(--t-2); overflow: auto; }
        .c4 .chart .tbl table { font-size: var(--t-2); }

        /* Threads: a stem between the columns, a branch to every box. */
        .tiers { gap: 0 44px; }
        .tiers li { position: relative; }
        .tiers :is(.before, .behind) > li::before, .tiers :is(.before, .behind) > li::after {
          content: ""; position: absolute; border: 0 solid var(--ink-3);
        }
        .tiers .before > li::before { left: 100%; top: 50%; width: 22px; border-top-width: 1.5px; }
        .tiers .behind > li::before { right: 100%; top: 50%; width: 22px; border-top-width: 1.5px; }
        .tiers :is(.before, .behind) > li:has(.none)::before { border-top-style: dotted; }
        .tiers .before > li::after { left: calc(100% + 22px); top: calc(-1 * var(--s2)); bottom: 0; border-left-width: 1.5px; }
        .tiers .behind > li::after { right: calc(100% + 22px); top: calc(-1 * var(--s2)); bottom: 0; border-right-width: 1.5px; }
        .tiers :is(.before, .behind) > li:first-child::after { top: 50%; }
        .tiers :is(.before, .behind) > li:last-child::after { bottom: 50%; }
        .tiers :is(.before, .behind) > li:only-child::after { display: none; }
        .tiers .col:not(.before, .behind) > li::before, .tiers .col:not(.before, .behind) > li::after {
          content: ""; position: absolute; top: 50%; width: 22px; border-top: 1.5px solid var(--ink-3);
        }
        .tiers .col:not(.before, .behind) > li::before { right: 100%; }
        .tiers .col:not(.before, .behind) > li::after { left: 100%; }

        /* In a narrow column long names of places wrap, and what is still too wide scrolls in its box. */
        :is(.c4, .c8) :is(td, th) .pl { white-space: normal; word-break: keep-all; }
        @media (min-width: 1024px) {
          .c4 .tbl.free, .c8 .tbl.free:has(thead th:nth-child(8)) { overflow: auto; }
          :is(.c4 .tbl.free, .c8 .tbl.free:has(thead th:nth-child(8))) .src .pop {
            position: fixed; inset: auto var(--s5) var(--s5) auto; width: 360px; z-index: 40;
          }
        }
        @media (max-width: 1023px) {
          .systems { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        }
        @media (max-width: 640px) {
          .tiers { gap: var(--s2); }
          .tiers .col > li::before, .tiers .col > li::after { display: none !important; }
          .systems { grid-template-columns: minmax(0, 1fr); }
          .steps { grid-auto-flow: row; }
          .steps li { padding: 0 0 14px 30px; min-height: 34px; }
          .steps li::before { left: 7px; right: auto; top: 8px; bottom: -8px; width: 2px; height: auto; }
          .steps li:last-child { padding-bottom: 0; }
          .steps li:last-child::before { display: none; }
          .c4 .tbl table { min-width: 0; }
          main :is(.c8, .wholes) .tbl tbody th:first-child { min-width: 7.5em; }
          :is(.c8, .wholes) .tbl tbody td:not(.n) { min-width: 6em; }
          .tbl .pl { white-space: normal; word-break: keep-all; }
          .tbl th.group, .tbl tr.group > th { max-width: none; }
        }
        """
}
