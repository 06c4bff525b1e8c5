using NewsDiff.Tool;

return await ToolProcess.RunAsync(args).ConfigureAwait(false);
