using System.Runtime.CompilerServices;

namespace NewsDiff.TestSupport;

/// <summary>Bounds the waits of tests: what never comes fails one test instead of holding up all of them.</summary>
public static class Patience
{
    /// <summary>Far longer than anything takes on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Asks again and again until something is so.</summary>
    /// <exception cref="TimeoutException">It was not so within <see cref="Limit"/>.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> isSo, CancellationToken stop, [CallerArgumentExpression(nameof(isSo))] string? what = null)
    {
        using var end = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            if (end.IsCancellationRequested)
            {
                throw new TimeoutException($"After {Limit} still not so: {what}");
            }

            await Task.Delay(Pause, stop);
        }
    }

    /// <summary>Lets a clock run on, step by step, until something is so.</summary>
    /// <inheritdoc cref="UntilAsync(Func{Task{bool}}, CancellationToken, string?)" path="/exception"/>
    public static Task PassTimeAsync(
        ManualTimeProvider clock, TimeSpan step, Func<bool> until, CancellationToken stop,
        [CallerArgumentExpression(nameof(until))] string? what = null) =>
        UntilAsync(
            () =>
            {
                bool isSo = until();
                if (!isSo)
                {
                    clock.Advance(step);
                }

                return isSo;
            },
            stop,
            what);

    /// <inheritdoc cref="UntilAsync(Func{Task{bool}}, CancellationToken, string?)"/>
    public static Task UntilAsync(
        Func<bool> isSo, CancellationToken stop, [CallerArgumentExpression(nameof(isSo))] string? what = null) =>
        UntilAsync(() => Task.FromResult(isSo()), stop, what);
}
