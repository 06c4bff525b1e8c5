using System.Text;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Site;

/// <summary>The folder of a published site: it writes changed files and deletes old ones.</summary>
/// <remarks>
/// A list in the folder names the files of the site. Nothing else in the folder is touched, and links are never
/// followed.
/// </remarks>
internal sealed class PublishedFolder
{
    private const string ListName = ".newsdiff-site";

    private readonly string _path;
    private readonly HashSet<string> _earlier;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private PublishedFolder(string path, HashSet<string> earlier)
    {
        _path = path;
        _earlier = earlier;
    }

    /// <summary>The number of files of the site.</summary>
    internal int Count => _written.Count;

    /// <summary>The number of files that are new or changed.</summary>
    internal int Changed { get; private set; }

    /// <summary>The number of files that were removed.</summary>
    internal int Removed { get; private set; }

    /// <summary>Opens a folder of an earlier run, or makes an empty one.</summary>
    /// <exception cref="TroubleException">
    /// The path is not a folder, or is a folder with files that are not the site's.
    /// </exception>
    internal static PublishedFolder Open(string path)
    {
        string list = Path.Combine(path, ListName);
        if (PrivateFile.IsLink(path) || PrivateFile.IsLink(list))
        {
            throw new TroubleException($"'{path}' has a link where a file of the site should be; name another folder.");
        }

        if (File.Exists(path))
        {
            throw new TroubleException($"'{path}' is a file; name a folder.");
        }

        if (File.Exists(list))
        {
            return new PublishedFolder(path, new(File.ReadLines(list).Where(IsOwnName), StringComparer.Ordinal));
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new TroubleException($"the folder '{path}' has files that are not the site's; name a new folder.");
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(list, "");
        return new PublishedFolder(path, []);
    }

    /// <summary>Writes a file, unless it has this text already.</summary>
    /// <exception cref="TroubleException">
    /// The name belongs to a file that is not the site's, or its path has a link.
    /// </exception>
    internal async Task WriteAsync(string name, string text, CancellationToken stop)
    {
        string path = Path.Combine(_path, name);
        RefuseForeign(name, path);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        _written.Add(name);
        byte[]? there = File.Exists(path) ? await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false) : null;
        if (there is not null && there.AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        // A file is noted before it is written, so that the next run recognises the files of an interrupted one.
        if (_earlier.Add(name))
        {
            await File.AppendAllTextAsync(Path.Combine(_path, ListName), name + "\n", stop).ConfigureAwait(false);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string next = path + ".next";
        await File.WriteAllBytesAsync(next, bytes, stop).ConfigureAwait(false);
        File.Move(next, path, overwrite: true);
        Changed++;
    }

    /// <summary>Removes files that this run did not write, such as those of hidden versions.</summary>
    internal async Task FinishAsync(CancellationToken stop)
    {
        foreach (string name in _earlier.Where(name => !_written.Contains(name)))
        {
            string path = Path.Combine(_path, name);
            RefuseForeign(name, path);
            if (File.Exists(path))
            {
                File.Delete(path);
                Removed++;
            }
        }

        await File.WriteAllLinesAsync(
            Path.Combine(_path, ListName), _written.Order(StringComparer.Ordinal), stop).ConfigureAwait(false);
    }

    private void RefuseForeign(string name, string path)
    {
        string part = _path;
        foreach (string step in name.Split('/'))
        {
            part = Path.Combine(part, step);
            if (PrivateFile.IsLink(part))
            {
                throw new TroubleException($"'{part}' is a link, which is not followed; remove it.");
            }
        }

        if (!_earlier.Contains(name) && File.Exists(path))
        {
            throw new TroubleException($"'{path}' is not the site's and would be overwritten; move it.");
        }
    }

    /// <summary>Whether a listed name may be the site's; it never leads out of the folder.</summary>
    private static bool IsOwnName(string name) =>
        name.Length > 0
        && !name.StartsWith('/')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/')
        && !name.Contains("..", StringComparison.Ordinal);
}
