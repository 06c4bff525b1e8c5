namespace NewsDiff.Pages.Publishing;

/// <summary>The folder of a published site: it writes changed files and deletes old ones.</summary>
/// <remarks>
/// A list in the folder names the files of the site, with the fingerprints of those that have one. Nothing else in the
/// folder is touched, and links are never followed.
/// </remarks>
internal sealed class PublishedFolder
{
    private const string ListName = ".newsdiff-site";

    private readonly string _path;
    private readonly Dictionary<string, string> _earlier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private int _changed;

    private PublishedFolder(string path) => _path = path;

    private string ListPath => Path.Combine(_path, ListName);

    /// <summary>Opens a folder of an earlier run, or makes an empty one.</summary>
    /// <exception cref="IOException">
    /// The path is not a folder, or is a folder with files that are not the site's.
    /// </exception>
    internal static PublishedFolder Open(string path)
    {
        var folder = new PublishedFolder(path);
        if (IsLink(path) || IsLink(folder.ListPath))
        {
            throw new IOException($"'{path}' has a link where a file of the site should be; name another folder.");
        }

        if (File.Exists(path))
        {
            throw new IOException($"'{path}' is a file; name a folder.");
        }

        if (File.Exists(folder.ListPath))
        {
            folder.ReadList();
            return folder;
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new IOException($"The folder '{path}' has files that are not the site's; name a new folder.");
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(folder.ListPath, "");
        return folder;
    }

    /// <summary>Writes a file, unless it has this content already.</summary>
    /// <exception cref="IOException">
    /// The name belongs to a file that is not the site's, or its path has a link.
    /// </exception>
    internal async Task WriteAsync(SiteFile file, CancellationToken stop)
    {
        string path = Path.Combine(_path, file.Name);
        RefuseForeign(file.Name, path);
        _written[file.Name] = file.Fingerprint ?? "";
        bool isThere = File.Exists(path);
        if (isThere && file.Fingerprint is { } fingerprint && _earlier.GetValueOrDefault(file.Name) == fingerprint)
        {
            return;
        }

        ReadOnlyMemory<byte> content = file.GetContent();
        byte[]? there = isThere ? await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false) : null;
        if (there is not null && there.AsSpan().SequenceEqual(content.Span))
        {
            return;
        }

        // A file is noted before it is written, so that the next run recognises the files of an interrupted one. Its
        // fingerprint is noted when all is written.
        if (_earlier.TryAdd(file.Name, ""))
        {
            await File.AppendAllTextAsync(ListPath, file.Name + "\n", stop).ConfigureAwait(false);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string next = path + ".next";
        await File.WriteAllBytesAsync(next, content, stop).ConfigureAwait(false);
        File.Move(next, path, overwrite: true);
        _changed++;
    }

    /// <summary>Removes files that this run did not write, such as those of hidden versions.</summary>
    internal async Task<PublishedSite> FinishAsync(CancellationToken stop)
    {
        int removed = 0;
        foreach (string name in _earlier.Keys.Where(name => !_written.ContainsKey(name)))
        {
            string path = Path.Combine(_path, name);
            RefuseForeign(name, path);
            if (File.Exists(path))
            {
                File.Delete(path);
                removed++;
            }
        }

        IEnumerable<string> lines = _written.OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(static file => $"{file.Key} {file.Value}".TrimEnd());
        await File.WriteAllLinesAsync(ListPath, lines, stop).ConfigureAwait(false);
        return new PublishedSite { Files = _written.Count, Changed = _changed, Removed = removed };
    }

    private void ReadList()
    {
        foreach (string line in File.ReadLines(ListPath))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            string name = space < 0 ? line : line[..space];
            if (IsOwnName(name))
            {
                _earlier[name] = space < 0 ? "" : line[(space + 1)..];
            }
        }
    }

    private void RefuseForeign(string name, string path)
    {
        string part = _path;
        foreach (string step in name.Split('/'))
        {
            part = Path.Combine(part, step);
            if (IsLink(part))
            {
                throw new IOException($"'{part}' is a link, which is not followed; remove it.");
            }
        }

        if (!_earlier.ContainsKey(name) && File.Exists(path))
        {
            throw new IOException($"'{path}' is not the site's and would be overwritten; move it.");
        }
    }

    /// <summary>Whether a path is a link, even a broken one.</summary>
    private static bool IsLink(string path) =>
        new FileInfo(Path.TrimEndingDirectorySeparator(path)).LinkTarget is not null;

    /// <summary>Whether a listed name may be the site's; it never leads out of the folder.</summary>
    private static bool IsOwnName(string name) =>
        name.Length > 0
        && !name.StartsWith('/')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/')
        && !name.Contains("..", StringComparison.Ordinal);
}
