// The line to the desk: hands the pane a way to send, and the desk's last answer. The pane does the rest.
export default function wire({ data, parentElement, setStateValue }) {
  const hub = (globalThis[Symbol.for("claimdesk")] ??= {});
  const isNew = hub.node !== parentElement;
  Object.assign(hub, { node: parentElement, data, send: (message) => setStateValue("outbox", message) });
  hub.hear?.(isNew);
  return () => setTimeout(() => {
    if (hub.node === parentElement && !(parentElement.host ?? parentElement).isConnected) Object.assign(hub, { node: null, send: null });
  });
}
