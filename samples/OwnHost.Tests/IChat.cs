namespace NewsDiff.Samples.OwnHost;

/// <summary>A chat that takes each post once, whoever sends it again.</summary>
public interface IChat
{
    /// <summary>Posts a text; a second post with the same id is ignored.</summary>
    Task PostAsync(Guid id, string text, CancellationToken cancellationToken);
}
