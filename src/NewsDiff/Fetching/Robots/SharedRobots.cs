using System.Text.Json;

namespace NewsDiff.Fetching.Robots;

/// <summary>Shares each site's robots.txt with other processes.</summary>
/// <remarks>
/// A site that gave no answer at all, or that the guard refused, is not shared: that may be the fault of one machine.
/// </remarks>
internal static class SharedRobots
{
    /// <summary>How long an answer is used before the store is asked again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>Finds an answer that another process got.</summary>
    /// <returns>The answer; null when there is none that may be used.</returns>
    public static async ValueTask<RobotsAnswer?> FindAsync(
        ISiteStore store, string origin, CancellationToken cancellationToken)
    {
        string? kept = await store.FindRobotsAsync(origin, cancellationToken).ConfigureAwait(false);
        return kept is not null && Read(kept) is { } form
            ? new RobotsAnswer
            {
                Kind = form.IsUnreachable ? RobotsAnswerKind.Unreachable : RobotsAnswerKind.Answered,
                Lifetime = LookAgain,
                File = form.File is { } file ? RobotsFile.Parse(file) : RobotsFile.Empty,
                Reason = form.Reason,
            }
            : null;
    }

    /// <summary>Keeps an answer for other processes.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="origin">The scheme, host and port.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    public static async ValueTask SaveAsync(
        ISiteStore store, string origin, RobotsAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is { Kind: RobotsAnswerKind.Answered or RobotsAnswerKind.Unreachable, Lifetime.Ticks: > 0 })
        {
            byte[]? file = answer.Bytes.IsEmpty ? null : answer.Bytes.ToArray();
            var form = new RobotsForm(answer.Kind == RobotsAnswerKind.Unreachable, file, answer.Reason);
            string text = JsonSerializer.Serialize(form, RobotsJsonContext.Default.RobotsForm);
            await store.SaveRobotsAsync(origin, text, answer.Lifetime, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a kept answer; one in another form is ignored.</summary>
    private static RobotsForm? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, RobotsJsonContext.Default.RobotsForm);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
