namespace NewsDiff.Diffing;

/// <summary>Keeps an idle engine with default options for the next caller, on any thread.</summary>
/// <remarks>An engine whose buffers grew for a long text is kept only until memory is needed.</remarks>
internal static class DiffEnginePool
{
    // In characters; the buffers take about ten times as much.
    private const int LongText = 1 << 18;

    private static DiffEngine? _spare;
    private static WeakReference<DiffEngine>? _large;

    internal static DiffEngine Rent(DiffOptions options, int longestText)
    {
        if (options != DiffOptions.Default)
        {
            return new DiffEngine(options);
        }

        return longestText > LongText
            && Interlocked.Exchange(ref _large, null)?.TryGetTarget(out DiffEngine? large) is true
            ? large
            : Interlocked.Exchange(ref _spare, null) ?? new DiffEngine(options);
    }

    internal static void Return(DiffEngine engine, DiffOptions options)
    {
        if (options != DiffOptions.Default)
        {
            return;
        }

        if (engine.LongestText > LongText)
        {
            Volatile.Write(ref _large, new WeakReference<DiffEngine>(engine));
        }
        else
        {
            Volatile.Write(ref _spare, engine);
        }
    }
}
