/** Opening of the page. */
export const PREFACE = `# 事件目录 · Catalogue of events

<!-- Generated from packages/contracts by \`npm run events\`; edit the definitions there, not this page. -->

平台的每个事件：何时发生、由谁发布、有哪些字段。由定义生成；修改后执行 \`npm run events\`，测试核对两者一致。
机器可读的版本：[AsyncAPI 3.0](asyncapi.json) 和 \`schemas\` 中每个事件每个版本的 JSON Schema（2020-12）。

Every event of the platform: when it happens, who publishes it, what is in it. Generated from the definitions; after a
change run \`npm run events\`, a test holds both level. For machines: [AsyncAPI 3.0](asyncapi.json), and in \`schemas\` a
JSON Schema (2020-12) of each version of each event.`;

/** What a consumer must know. */
export const READING = `## 如何读取 · How to read

示例程序，照抄可用 / Example consumers that work as written: [TypeScript](consumers/open-events.ts) ·
[Python](consumers/open_events.py) · [kcat](consumers/open-events.sh) · [说明 / how to run them](consumers/README.md).

1. **从头读取。** \`jiandu.open.v1\` 永久保留：从位移 0 读到末尾，再接着读，即为全部。需要另一主题时请运维重放。
   **From the beginning.** \`jiandu.open.v1\` is kept for ever: offset 0 to the end, then what comes, is everything. Operators
   can replay the record to a topic of your own.
2. **至少一次。** 同一事件可能到达两次，\`id\` 相同；第二次略过。
   **At least once.** An event may come twice with the same \`id\`; pass over the second.
3. **同一键有序。** 键为事项编号；不同事项之间没有先后保证，需要总序时用 \`position\`。
   **In order per key.** The key is the matter's number; between matters nothing is promised, \`position\` is the order of all.
4. **忽略不认识的。** 新字段、新属性、新事件会出现；不认识的略过。已发布的字段和取值不会消失。
   **Pass over what you do not know.** Fields, attributes and events are added; what was released does not go away.
5. **版本。** 形状不兼容时 \`type\` 的版本加一；旧版本的消息仍在主题中，按各自的 schema 读取。
   **Versions.** A shape that would break readers comes as the next version in \`type\`; older messages stay as they are.
6. **没有个人信息。** 举报人、被询问人等个人字段不会出现；行为人是在职人员。
   **No personal data.** Fields that name reporters or those heard never leave; actors are staff in office.

### 同一版本内允许的改变 · What may change within a version

| 改变 | Change | |
|---|---|---|
| 增加可有可无的字段 | a field is added as optional | ✓ |
| 标明开放（\`x-open\`）的取值表增加取值 | a value is added to a list declared open (\`x-open\`) | ✓ |
| 标题、说明、示例 | titles, descriptions, examples | ✓ |
| 增加必有的字段；删除字段；必有与可有互换 | a required field is added; a field goes; required becomes optional or the reverse | 新版本 / new version |
| 类型、格式、长度、范围改变 | type, format, length or range changes | 新版本 / new version |
| 取值消失；未标明开放的取值表增加取值 | a value goes; a value is added to a closed list | 新版本 / new version |
| 事件消失；版本倒退 | an event goes; a version goes back | 不允许 / never |

\`npm run events -- --check\` 与已发布的版本比较；不兼容则失败并说明如何改正。
\`npm run events -- --release\` 冻结新版本。 / \`--check\` compares with what was released and says how to mend a break;
\`--release\` freezes a new version.`;
