extension StyleSheet {
    /// What a search finds: results grouped by kind, what was asked marked in them.
    static let search = """
        mark {
          background: none; color: inherit; font-weight: 650; border-radius: var(--r1);
          box-shadow: inset 0 -.5em 0 var(--q-1);
        }
        .found { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 0 var(--s5); margin-top: var(--s4); }
        .found > div { padding-top: 10px; }
        .found h2 { font-size: var(--t-4); line-height: 1.4; }
        .found h2 small { font-weight: 450; color: var(--ink-3); margin-left: 4px; }
        .found > div a { font-size: var(--t-2); }
        .hits {
          background: var(--surface); border: 1px solid var(--line); border-radius: var(--r3);
          padding-inline: var(--s5);
        }
        .hits > li {
          display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 var(--s5);
          padding-block: 10px; border-top: 1px solid var(--line); font-size: var(--t-3); line-height: 1.5;
        }
        .hits > li:first-child { border-top: 0; }
        .hits .t { font-size: var(--t-4); font-weight: 550; overflow-wrap: anywhere; }
        .hits .alt { display: block; color: var(--ink-3); font-size: var(--t-2); overflow-wrap: anywhere; }
        .hits .x { max-width: none; overflow-wrap: anywhere; }
        .hits .x span { color: var(--ink-3); }
        .hits .m {
          display: flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; margin-top: 2px;
          font-size: var(--t-1); color: var(--ink-3);
        }
        .meant { font-size: 1.0625rem; margin-bottom: var(--s3); max-width: none; }
        .meant a { font-weight: 600; }
        .empty ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 4px var(--s4); margin-top: var(--s3); }

        @media (max-width: 1023px) {
          .found { grid-template-columns: minmax(0, 1fr); gap: 6px; margin-top: var(--s5); }
          .found > div { display: flex; align-items: baseline; justify-content: space-between; gap: var(--s3); padding: 0; }
          .found h2 { font-size: var(--t-5); }
        }
        @media (max-width: 640px) {
          .hits { padding-inline: var(--s4); }
          .hits > li { grid-template-columns: minmax(0, 1fr); gap: 2px; padding-block: 12px; }
          .hits .t { display: inline-block; padding-block: 2px; }
        }
        """
}
