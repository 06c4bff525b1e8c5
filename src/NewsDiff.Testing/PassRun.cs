using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;
using NewsDiff.Hosting;
using Xunit;

namespace NewsDiff.Testing;

/// <summary>Makes one pass of a tracker within a limit of real time, and says what it waited for.</summary>
internal sealed class PassRun(BackgroundTracker tracker, bool dueOnly, TimeSpan limit)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly PassTally _tally = new() { IsDueOnly = dueOnly };

    public async Task<PassResult> RunAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        CancellationToken token = stop.Token;

        // On a thread of its own, so that a handler or fetcher that blocks does not block the limit.
        Task pass = Task.Run(() => tracker.RunPassAsync(_tally, token), CancellationToken.None);
        await pass.WaitAsync(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : limit, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!pass.IsCompleted && !token.IsCancellationRequested)
        {
            string message = await DescribeAsync();
            await stop.CancelAsync();
            throw new TimeoutException(message);
        }

        await pass.WaitAsync(token);
        ThrowIfAssertionFailed();
        ThrowIfScriptIsWrong();
        return new PassResult
        {
            Outcomes = [.. _tally.Outcomes],
            Delivered = _tally.Delivered,
            DeadLetters = [.. _tally.DeadLetters],
            Waiting = [.. _tally.Waiting],
        };
    }

    /// <summary>Throws what an assertion inside a handler or a script threw.</summary>
    /// <remarks>For the host, it was a fault like any other.</remarks>
    private void ThrowIfAssertionFailed()
    {
        // By its name, as xUnit itself knows the assertions of other libraries.
        Exception? failed = _tally.Outcomes.Select(outcome => outcome.Exception).OfType<Exception>()
            .Concat(_tally.Thrown)
            .FirstOrDefault(thrown => thrown.GetType().GetInterfaces().Any(type => type.Name == "IAssertionException"));
        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }
    }

    private void ThrowIfScriptIsWrong()
    {
        string[] faults =
            [.. _tally.Outcomes.Select(outcome => outcome.Exception).OfType<ScriptException>().Select(e => e.Message)];
        if (faults.Length > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults.Distinct()));
        }
    }

    private async Task<string> DescribeAsync()
    {
        string what = _tally.WaitsFor == PassTally.Visits ? await NameVisitsAsync() : _tally.WaitsFor;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The pass did not end within {limit.TotalSeconds:0.#} s; it waits for {what}. ")
            + "What waits by a manual clock waits until the test moves the clock.";
    }

    [SuppressMessage("Design", "CA1031", Justification = "The message is about the pass; a store may hang too.")]
    private async Task<string> NameVisitsAsync()
    {
        try
        {
            using var end = new CancellationTokenSource(Look);
            Uri[] open = await tracker.Tracker.Visits.ReadVisitsAsync(end.Token)
                .Where(visit => visit.DueAt <= tracker.Now)
                .Select(visit => visit.Url)
                .Take(4)
                .ToArrayAsync(end.Token)
                .AsTask()
                .WaitAsync(Look);
            return open.Length == 0
                ? PassTally.Visits
                : "visits to " + string.Join(", ", open.Take(3).Select(url => url.AbsoluteUri))
                    + (open.Length > 3 ? " and others" : "");
        }
        catch (Exception)
        {
            return PassTally.Visits;
        }
    }
}
