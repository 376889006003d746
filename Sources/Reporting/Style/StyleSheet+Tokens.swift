extension StyleSheet {
    /// Colours, type, space: every value that a component may use has its name here.
    static let tokens = """
        :root {
          color-scheme: light;
          \(light)
          --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", "Helvetica Neue", "PingFang SC",
            "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC",
            "WenQuanYi Micro Hei", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "DejaVu Sans Mono",
            monospace;
          --t-1: .75rem; --t-2: .8125rem; --t-3: .875rem; --t-4: 1rem; --t-5: 1.25rem; --t-6: 1.5rem;
          --t-7: 2rem;
          --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 32px; --s7: 48px; --s8: 64px;
          --r1: 2px; --r2: 4px; --r3: 8px;
          --page: 1232px;
        }
        :root[data-theme="dark"] {
          color-scheme: dark;
          \(dark)
        }
        @media (prefers-color-scheme: dark) {
          :root:not([data-theme]) {
            color-scheme: dark;
            \(dark)
          }
        }
        """

    /// Colours on light. `s` strength classes, `c` categories (places first), `q` how much, `l` how bad. `k` is no
    /// colour: how much larger the marks of a map are drawn than its ground.
    static let light = """
        --paper: #f6f6f2; --surface: #ffffff; --sunken: #eeeeea; --raised: #ffffff;
        --ink: #17212b; --ink-2: #44515d; --ink-3: #616c76; --line: #dcdeda; --line-2: #b3b9bb;
        --warp: #1f4e8c; --weft: #b23a21; --link: #1b4b8f; --link-hover: #0f3268; --soft: #e7eef7;
        --on-warp: #ffffff; --focus: #1b4b8f;
        --good: #1d6f53; --warn: #8a5a00; --warn-bg: #fdf3dc; --warn-line: #e3c37c;
        --bad: #a82e17; --bad-bg: #fbe9e4; --bad-line: #e2a797; --info-bg: #eaf1f9; --info-line: #b7cde8;
        --s-strong: #0e5a73; --s-adequate: #74b0c3; --s-weak: #bf820d; --s-missing: #bf3f26;
        --s-unknown: #8b959d;
        --c-1: #2c5aa0; --c-2: #0d8583; --c-3: #b9770e; --c-4: #5e1c22; --c-5: #4aa564; --c-6: #3b2357;
        --c-n: #5f6b76;
        --q-0: #eef3f7; --q-1: #d4e2ee; --q-2: #b0cbe0; --q-3: #83aecd; --q-4: #568cb7; --q-5: #30699a;
        --q-6: #184876;
        --l-0: #faf1e6; --l-1: #f6d9b6; --l-2: #eeb481; --l-3: #df8650; --l-4: #c5582f; --l-5: #9a321b;
        --l-6: #6b1b10;
        --k: 1;
        --shadow: 0 1px 2px rgb(23 33 43 / .06), 0 8px 24px rgb(23 33 43 / .10);
        """

    /// The same names on dark.
    static let dark = """
        --paper: #10161c; --surface: #171f27; --sunken: #0c1217; --raised: #1e2831;
        --ink: #e9edf0; --ink-2: #b7c1ca; --ink-3: #93a0ab; --line: #2b3641; --line-2: #4a5865;
        --warp: #7fb0f0; --weft: #ee8a6f; --link: #93bdf5; --link-hover: #c2dbfb; --soft: #1b2c42;
        --on-warp: #0d1a2b; --focus: #93bdf5;
        --good: #6cc7a2; --warn: #eabf62; --warn-bg: #2d2614; --warn-line: #6b5722;
        --bad: #f39a84; --bad-bg: #331a15; --bad-line: #7c3b2d; --info-bg: #17273a; --info-line: #35557c;
        --s-strong: #3fa3c0; --s-adequate: #27677c; --s-weak: #d99b2e; --s-missing: #e2694e;
        --s-unknown: #71808c;
        --c-1: #7fa9e6; --c-2: #45b8b3; --c-3: #dfa345; --c-4: #a86a6a; --c-5: #bfe8c8; --c-6: #e6d6fa;
        --c-n: #9aa7b3;
        --q-0: #182430; --q-1: #1d3549; --q-2: #234a68; --q-3: #2f658d; --q-4: #4a86b2; --q-5: #79acd2;
        --q-6: #b3d3ec;
        --l-0: #241d18; --l-1: #46291a; --l-2: #6f3820; --l-3: #9d4c29; --l-4: #c9683a; --l-5: #e69362;
        --l-6: #f8c79f;
        --k: 1;
        --shadow: 0 1px 2px rgb(0 0 0 / .4), 0 10px 28px rgb(0 0 0 / .45);
        """
}
