extension StyleSheet {
    /// What stands around every page: header, search, navigation, breadcrumb, foot.
    static let frame = """
        .skip {
          position: absolute; left: var(--s4); top: -48px; background: var(--surface);
          padding: var(--s2) var(--s4); z-index: 50;
        }
        .skip:focus { top: var(--s2); }
        .top { background: var(--surface); border-bottom: 1px solid var(--line); }
        .top .wrap { display: flex; align-items: center; gap: var(--s4); min-height: 56px; }
        .brand {
          display: flex; align-items: center; gap: 10px; text-decoration: none; color: var(--ink);
          font-weight: 680; font-size: 1.125rem; white-space: nowrap;
        }
        .brand:hover { color: var(--ink); }
        .brand small { font-weight: 450; font-size: var(--t-2); color: var(--ink-3); }
        .brand svg .wp { stroke: var(--warp); }
        .brand svg .wf { stroke: var(--weft); }
        .place {
          font-size: var(--t-2); color: var(--ink-2); border-left: 1px solid var(--line);
          padding-left: var(--s4); min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
        }
        .find { flex: 1; display: flex; max-width: 420px; margin-left: auto; }
        .find input {
          flex: 1; min-width: 0; height: 36px; border: 1px solid var(--line-2); border-right: 0;
          border-radius: var(--r2) 0 0 var(--r2); background: var(--paper); padding: 0 var(--s3);
          font-size: var(--t-3);
        }
        .find input::placeholder { color: var(--ink-3); opacity: 1; }
        .find button {
          height: 36px; border: 1px solid var(--line-2); border-radius: 0 var(--r2) var(--r2) 0;
          background: var(--sunken); padding: 0 var(--s3); font-size: var(--t-3); cursor: pointer;
          white-space: nowrap;
        }
        .tools {
          display: flex; align-items: center; gap: var(--s1); font-size: var(--t-2); white-space: nowrap;
        }
        .tools :is(a, button, span) {
          padding: 6px 8px; color: var(--ink-2); text-decoration: none; border-radius: var(--r2);
          background: none; border: 0;
        }
        .tools :is(a, button) { cursor: pointer; }
        .tools :is(a, button):hover { background: var(--sunken); }
        .tools .to-light { display: none; }
        @media (prefers-color-scheme: dark) {
          .tools .to-light { display: inline; }
          .tools .to-dark { display: none; }
        }
        .tools [aria-current] { color: var(--ink); font-weight: 600; }
        .nav {
          background: var(--surface); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 30;
        }
        .nav ul { display: flex; gap: var(--s5); overflow-x: auto; scrollbar-width: none; }
        .nav a {
          display: block; padding: 10px 0 8px; color: var(--ink-2); text-decoration: none; font-size: var(--t-3);
          border-bottom: 2px solid transparent; white-space: nowrap;
        }
        .nav a:focus-visible { outline-offset: -2px; }
        .nav a:hover { color: var(--ink); border-color: var(--line-2); }
        .nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--weft); }
        .nav .me { margin-left: auto; }
        .crumbs { font-size: var(--t-2); color: var(--ink-3); margin-bottom: var(--s3); }
        .crumbs ol { display: flex; flex-wrap: wrap; gap: 0 var(--s2); }
        .crumbs li + li::before { content: "/"; margin-right: var(--s2); color: var(--line-2); }
        .crumbs a { color: var(--ink-2); text-decoration: none; }
        .crumbs a:hover { text-decoration: underline; }
        .foot {
          border-top: 1px solid var(--line); background: var(--surface); font-size: var(--t-2);
          color: var(--ink-3); padding-block: var(--s5);
        }
        .foot .wrap {
          display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); justify-content: space-between;
        }
        .foot a { color: var(--ink-2); }

        @media (max-width: 1023px) {
          .find ~ .place, .place:has(~ .find) { display: none; }
        }
        @media (max-width: 640px) {
          .top .wrap { flex-wrap: wrap; gap: 0 var(--s2); padding-block: 8px; }
          .brand { margin-right: auto; }
          .place { border-left: 0; padding-left: 0; }
          .find { order: 3; flex-basis: 100%; max-width: none; margin: 6px 0 0; }
          .find input, .find button { height: 40px; font-size: 16px; }
          .tools :is(a, button, span) { padding: 8px 6px; }
          .nav ul {
            gap: var(--s4); margin-inline: calc(var(--s4) * -1); padding-inline: var(--s4);
            mask-image: linear-gradient(90deg, #000 calc(100% - 40px), transparent);
          }
          .nav .me { margin-left: 0; }
        }
        """
}
