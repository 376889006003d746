extension StyleSheet {
    /// Findings, definition rows, methods, lists of sources, empty states, commands.
    static let findings = """
        .finds > li {
          display: grid; grid-template-columns: 22px 1fr; gap: 0 var(--s2); padding: var(--s3) 0;
          border-top: 1px solid var(--line); font-size: var(--t-3); line-height: 1.5;
        }
        .finds > li:first-child { border-top: 0; padding-top: 0; }
        .finds > li:last-child { padding-bottom: 0; }
        .finds.ways > li { display: block; }
        .finds .i { margin-top: 2px; }
        .finds b { font-weight: 600; }
        .finds p { color: var(--ink-2); font-size: var(--t-2); margin-top: 2px; max-width: none; }
        .finds .m { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; margin-top: 2px; }
        .i { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; }
        .i.warn { color: var(--warn); }
        .i.bad { color: var(--bad); }
        .i.info { color: var(--link); }
        .i.gap { color: var(--ink-3); stroke-dasharray: 2 2; }
        .rows { display: grid; grid-template-columns: max-content minmax(0, 1fr); font-size: var(--t-3); }
        .rows > dt { color: var(--ink-3); padding: 6px var(--s4) 6px 0; border-top: 1px solid var(--line); }
        .rows > dd { padding: 6px 0; border-top: 1px solid var(--line); overflow-wrap: break-word; }
        .rows > dt:first-of-type, .rows > dd:first-of-type { border-top: 0; }
        .method > p { font-size: var(--t-3); }
        .method > * + * { margin-top: var(--s2); }
        .method b { font-weight: 600; }
        .formula, .cmd {
          display: block; background: var(--sunken); border: 1px solid var(--line); border-radius: var(--r2);
          padding: 8px 12px; font: .78rem/1.6 var(--mono); color: var(--ink);
        }
        .formula { white-space: pre-wrap; }
        .cmd { overflow-x: auto; white-space: pre; }
        .lit { font-size: var(--t-2); color: var(--ink-2); }
        .lit li { padding-left: 1em; text-indent: -1em; }
        .refs { font-size: var(--t-3); }
        .refs .ref + .ref { margin-top: var(--s3); padding-top: var(--s3); border-top: 1px solid var(--line); }
        .refs p { max-width: none; }
        .refs li {
          display: grid; grid-template-columns: minmax(7.5em, max-content) 1fr; gap: 0 var(--s3);
          font-size: var(--t-2); padding: 2px 0; color: var(--ink-2);
        }
        .refs summary { cursor: pointer; font-size: var(--t-2); color: var(--link); width: max-content; }
        .empty {
          border: 1.5px dotted var(--line-2); border-radius: var(--r3); padding: var(--s5); text-align: center;
          color: var(--ink-2); font-size: var(--t-3);
        }
        .empty p { margin: 4px auto var(--s3); }
        .verbs {
          display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1px; background: var(--line);
          border: 1px solid var(--line); border-radius: var(--r3); overflow: hidden;
        }
        .verb { background: var(--surface); padding: var(--s4) var(--s5) var(--s5); min-width: 0; }
        .verb h3 { display: flex; align-items: baseline; gap: var(--s2); font-size: 1.0625rem; }
        .verb h3 small { color: var(--ink-3); font-weight: 450; font-size: var(--t-2); }
        .verb > p { color: var(--ink-2); font-size: var(--t-2); margin: 2px 0 var(--s3); line-height: 1.5; }
        .verb li { font-size: var(--t-3); padding: 3px 0; line-height: 1.5; }

        @media (max-width: 1023px) {
          .verbs { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        }
        @media (max-width: 640px) {
          .rows { grid-template-columns: minmax(0, 1fr); }
          .rows > dt { padding-bottom: 0; font-size: var(--t-2); }
          .rows > dd, .rows > dd:first-of-type { border-top: 0; padding-top: 0; }
          .refs li { grid-template-columns: 1fr; }
          .verbs { grid-template-columns: minmax(0, 1fr); }
          .verb { padding: var(--s4); }
        }
        """
}
