using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsDiff.Research.Import;

/// <summary>Reads every state of the pages in a git history, the oldest commit first.</summary>
/// <remarks>Commits are those of the main line: a merge brings what it changed there, at its own time.</remarks>
internal static class GitReader
{
    private const char CommitMark = '\u0001';

    private static readonly string[] Pages =
        [":(glob,icase)**/*.html", ":(glob,icase)**/*.htm", ":(glob,icase)**/*.xhtml"];

    internal static async IAsyncEnumerable<PageDraft> ReadAsync(
        string folder, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long commits = await CountAsync(folder, cancellationToken).ConfigureAwait(false);
        using GitProcess log = StartLog(folder);
        using var contents = new GitProcess(folder, ["cat-file", "--batch"]);
        var commit = new GitCommit("", DateTimeOffset.UnixEpoch);
        long done = 0;
        string? entry = null;
        IAsyncEnumerable<ByteLine> tokens =
            ByteLines.ReadAsync(log.Output, ImportLimits.RowBytes, ending: 0, cancellationToken);
        await foreach (ByteLine token in tokens.ConfigureAwait(false))
        {
            string text = Encoding.UTF8.GetString(token.Content.Span);
            if (entry is not null)
            {
                if (BlobOf(entry) is { } blob)
                {
                    yield return await LoadAsync(contents, blob, commit, text, options, cancellationToken)
                        .ConfigureAwait(false) with
                    {
                        Progress = commits > 0 ? Math.Min(1, (double)done / commits) : null,
                    };
                }

                entry = null;
            }
            else if (text.TrimStart('\n') is [CommitMark, .. var head])
            {
                done++;
                commit = GitCommit.Parse(head);
            }
            else if (text.TrimStart('\n') is [':', ..] changed)
            {
                entry = changed;
            }
        }

        await log.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static GitProcess StartLog(string folder) => new(
        folder,
        [
            "log", "--reverse", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative",
            "--no-ext-diff", "--no-textconv", "--no-show-signature", $"--format=tformat:{CommitMark}%H %ct", "HEAD",
            "--", .. Pages,
        ]);

    private static async Task<long> CountAsync(string folder, CancellationToken cancellationToken)
    {
        using var count = new GitProcess(folder, ["rev-list", "--count", "--first-parent", "HEAD", "--", .. Pages]);
        using var reader = new StreamReader(count.Output, Encoding.ASCII);
        string number = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await count.EndAsync(cancellationToken).ConfigureAwait(false);
        return long.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long commits)
            ? commits
            : 0;
    }

    // ":100644 100644 <old> <new> M"; links and submodules have other modes, and a deleted page has no new content.
    private static string? BlobOf(string entry) => entry.Split(' ') is [_, "100644" or "100755", _, var blob, not "D"]
        ? blob
        : null;

    private static async Task<PageDraft> LoadAsync(
        GitProcess contents,
        string blob,
        GitCommit commit,
        string path,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var page = new PageDraft
        {
            Place = $"{commit.Name[..Math.Min(commit.Name.Length, 12)]}:{path}",
            Url = FolderReader.AddressOf(options.BaseUrl, path),
            SeenAt = commit.Time,
        };
        (byte[]? content, string? problem) = await GitBlob.ReadAsync(contents, blob, cancellationToken)
            .ConfigureAwait(false);
        problem ??= SourceTime.Plausible(commit.Time, options.Clock) is null
            ? SourceTime.Describe($"{commit.Time:u}")
            : null;
        return page with { Content = content, Problem = problem };
    }
}
