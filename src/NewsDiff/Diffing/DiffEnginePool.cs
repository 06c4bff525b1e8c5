namespace NewsDiff.Diffing;

/// <summary>Keeps one engine with default options for whoever asks next, on any thread.</summary>
internal static class DiffEnginePool
{
    private static DiffEngine? _spare;

    internal static DiffEngine Rent(DiffOptions options) => options == DiffOptions.Default
        ? Interlocked.Exchange(ref _spare, null) ?? new DiffEngine(options)
        : new DiffEngine(options);

    internal static void Return(DiffEngine engine, DiffOptions options)
    {
        if (options == DiffOptions.Default)
        {
            Volatile.Write(ref _spare, engine);
        }
    }
}
