using System.Globalization;
using System.Text;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Lines;

/// <summary>Reads lines, works on them on all processors, and writes the results in their order.</summary>
/// <remarks>The memory does not grow with the input.</remarks>
internal sealed class LinePipeline(ToolHost host, Screen screen, Func<InputLine, StringBuilder, int> work)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly long _start = host.Clock.GetTimestamp();
    private TimeSpan _shown;
    private long _results;
    private long _faults;

    /// <summary>Works on all lines.</summary>
    /// <returns>Success, or <see cref="ExitCodes.SomeFailed"/> if a line could not be read.</returns>
    internal async Task<int> RunAsync(LineSource source, CancellationToken stop)
    {
        await using (source.ConfigureAwait(false))
        {
            LineReader reader = await LineReader.OpenAsync(source, stop).ConfigureAwait(false);
            Queue<Task<Batch>> working = new();
            while (await reader.ReadAsync(stop).ConfigureAwait(false) is { } batch)
            {
                working.Enqueue(Task.Run(() => Work(batch), stop));
                if (working.Count > Environment.ProcessorCount * 2)
                {
                    await WriteAsync(working.Dequeue(), source).ConfigureAwait(false);
                }
            }

            while (working.TryDequeue(out Task<Batch>? batch))
            {
                await WriteAsync(batch, source).ConfigureAwait(false);
            }
        }

        screen.ClearProgress();
        screen.Say(Summary());
        return _faults == 0 ? ExitCodes.Success : ExitCodes.SomeFailed;
    }

    private Batch Work(LineBatch lines)
    {
        var output = new StringBuilder();
        int results = 0;
        int faults = 0;
        foreach (InputLine line in lines.Lines)
        {
            int length = output.Length;
            try
            {
                results += work(line, output);
            }
            catch (FormatException fault)
            {
                // A line that cannot be read is reported in its place, and the others are not affected.
                output.Length = length;
                faults++;
                output.Append(JsonLine.Of(json =>
                {
                    json.WriteNumber("line", line.Number);
                    json.WriteString("error", fault.Message);
                })).Append('\n');
            }
        }

        lines.Release();
        return new Batch(output.ToString(), results, faults);
    }

    private async Task WriteAsync(Task<Batch> working, LineSource source)
    {
        Batch batch = await working.ConfigureAwait(false);
        await host.Output.WriteAsync(batch.Output).ConfigureAwait(false);
        _results += batch.Results;
        _faults += batch.Faults;
        TimeSpan elapsed = host.Clock.GetElapsedTime(_start);
        if (elapsed - _shown >= Pace)
        {
            _shown = elapsed;
            screen.ShowProgress(TimeLeft.Describe(source.Share, elapsed) + Summary());
        }
    }

    private string Summary()
    {
        double seconds = Math.Max(host.Clock.GetElapsedTime(_start).TotalSeconds, 0.001);
        string faults = _faults == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {_faults:N0} lines could not be read");
        return string.Create(
            CultureInfo.InvariantCulture, $"{_results:N0} pairs, {_results / seconds:N0} a second{faults}");
    }

    private readonly record struct Batch(string Output, int Results, int Faults);
}
