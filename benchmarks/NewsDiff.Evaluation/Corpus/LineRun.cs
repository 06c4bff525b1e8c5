using System.Diagnostics;

namespace NewsDiff.Evaluation.Corpus;

/// <summary>Sends lines through <c>newsdiff diff --jsonl</c> or <c>analyze --jsonl</c>.</summary>
internal static class LineRun
{
    private const long Megabyte = 1_000_000;
    private const int LinesBetweenLooks = 100;

    internal static Task<CorpusMeasure> MeasureAsync(
        FileInfo tool, string command, List<CorpusLine> articles, int pairs, CancellationToken stop) =>
        RunAsync(
            tool,
            command,
            $"{command} --jsonl",
            Repeat(articles.ConvertAll(line => (line.Text, line.Pairs)), pairs),
            stop);

    /// <summary>The memory over many lines.</summary>
    internal static Task<CorpusMeasure> MeasureShortAsync(
        FileInfo tool, List<CorpusLine> articles, int lines, CancellationToken stop) =>
        RunAsync(
            tool,
            "diff",
            "diff --jsonl, first paragraphs alone",
            Repeat([.. articles.SelectMany(line => line.Shorten()).Select(line => (line, 1))], lines),
            stop);

    private static List<(string Line, int Pairs)> Repeat(List<(string Line, int Pairs)> lines, int pairs)
    {
        List<(string Line, int Pairs)> repeated = [];
        for (int i = 0, count = 0; count < pairs; count += repeated[i++].Pairs)
        {
            repeated.Add(lines[i % lines.Count]);
        }

        return repeated;
    }

    private static async Task<CorpusMeasure> RunAsync(
        FileInfo tool, string command, string name, List<(string Line, int Pairs)> lines, CancellationToken stop)
    {
        TimeSpan before = ChildEffort.Total();
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [tool.FullName, command, "--jsonl"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<int> results = CountAsync(process.StandardOutput, stop);
        Task<string> errors = process.StandardError.ReadToEndAsync(stop);
        long early = 0;
        long most = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            await process.StandardInput.WriteLineAsync(lines[i].Line.AsMemory(), stop);
            if (i % LinesBetweenLooks == 0)
            {
                process.Refresh();
                most = Math.Max(most, process.WorkingSet64);
                early = i <= lines.Count / 10 ? most : early;
            }
        }

        process.StandardInput.Close();
        int pairs = lines.Sum(line => line.Pairs);
        if (await results != pairs)
        {
            throw new InvalidOperationException($"newsdiff wrote {await results} lines, not {pairs}: {await errors}");
        }

        await process.WaitForExitAsync(stop);
        return new CorpusMeasure(
            name,
            pairs,
            Stopwatch.GetElapsedTime(start),
            ChildEffort.Total() - before,
            early / Megabyte,
            most / Megabyte);
    }

    private static async Task<int> CountAsync(StreamReader output, CancellationToken stop)
    {
        char[] buffer = new char[64 * 1024];
        int lines = 0;
        for (int read = await output.ReadAsync(buffer, stop); read > 0; read = await output.ReadAsync(buffer, stop))
        {
            lines += buffer.AsSpan(0, read).Count('\n');
        }

        return lines;
    }
}
