/** What Taro is to the platform's code in the client, without its build: `wx` itself, and an upload that is a promise. */
type Task = { onProgressUpdate(listener: (progress: { progress: number }) => void): void };
type Upload = (options: object) => Task;

declare const wx: Record<string, unknown> & { uploadFile: Upload };

function uploadFile(options: object) {
  let task: Task | undefined;
  const work = new Promise((success, fail) => {
    task = wx.uploadFile({ ...options, success, fail });
  });
  return Object.assign(work, {
    progress: (listener: Parameters<Task['onProgressUpdate']>[0]) => task?.onProgressUpdate(listener),
  });
}

const Taro = { ...wx, uploadFile };
// biome-ignore lint/style/noDefaultExport: as Taro exports itself
export default Taro;
