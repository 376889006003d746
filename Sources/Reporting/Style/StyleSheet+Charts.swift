extension StyleSheet {
    /// A picture with its table: the plot, the table that it is drawn from, and what stands under both.
    static let charts = """
        .chart {
          background: var(--surface); border: 1px solid var(--line); border-radius: var(--r3);
          padding: var(--s4) var(--s5) var(--s3); min-width: 0; display: flex; flex-direction: column;
        }
        .chart figcaption { margin-bottom: var(--s2); }
        .chart figcaption b {
          display: block; font-weight: 650; font-size: var(--t-4); line-height: 1.35; text-wrap: balance;
        }
        .chart figcaption span {
          display: block; font-size: var(--t-2); color: var(--ink-2); line-height: 1.45; max-width: 60em;
        }
        .plot { width: 100%; height: 300px; flex: none; }
        .chart > .tfoot {
          font-size: var(--t-1); border-top: 1px solid var(--line); padding-top: var(--s2); margin-top: auto;
        }
        .twin { margin-bottom: var(--s2); }
        .twin > summary {
          cursor: pointer; font-size: var(--t-2); color: var(--link); padding: 4px 0; width: max-content;
        }
        .twin .tbl { margin-block: var(--s1) var(--s2); }
        .twin .tbl:not(.free) { max-height: 420px; }

        @media (max-width: 640px) {
          .chart { padding: var(--s4); }
        }
        """
}
