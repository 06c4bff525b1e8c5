namespace NewsDiff.Tool;

/// <summary>Ends a command with a sentence for the user: the fault and its remedy.</summary>
internal sealed class TroubleException : Exception
{
    /// <summary>Further lines after the sentence. The default is empty.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public TroubleException()
        : this("The command cannot continue.")
    {
    }

    public TroubleException(string message)
        : base(message)
    {
    }

    public TroubleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
