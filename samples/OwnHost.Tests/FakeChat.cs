namespace NewsDiff.Samples.OwnHost;

/// <summary>A chat that only remembers; a test may let it fail.</summary>
internal sealed class FakeChat : IChat
{
    /// <summary>The posts, and those that failed, in order.</summary>
    public List<(Guid Id, string Text)> Posts { get; } = [];

    /// <summary>How many of the next posts fail.</summary>
    public int Failures { get; set; }

    public Task PostAsync(Guid id, string text, CancellationToken cancellationToken)
    {
        Posts.Add((id, text));
        return Failures-- > 0 ? throw new HttpRequestException("The chat is down.") : Task.CompletedTask;
    }
}
