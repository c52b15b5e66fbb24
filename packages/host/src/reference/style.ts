/** Style of the reference page; light and dark as the reader's system is. */
export const style = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;
max-width:70rem;margin:0 auto;padding:1rem}nav{display:flex;flex-wrap:wrap;gap:.3rem 1rem}summary{cursor:pointer;padding:.3rem 0}
details{border-bottom:1px solid #8884}details[open]{padding-bottom:.7rem}i{opacity:.7}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{overflow:auto;padding:.6rem;background:#8882}table{border-collapse:collapse;width:100%}td{border-top:1px solid #8883;
padding:.15rem .6rem .15rem 0;vertical-align:top}.post{color:#16803c}.get{color:#1d5fbf}.delete{color:#b3261e}`;
