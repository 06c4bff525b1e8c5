using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Archives.Warc;

/// <summary>Reads a WARC file record by record, in bounded memory.</summary>
/// <remarks>
/// Versions 1.0 and 1.1 are read, compressed or not. Damage is skipped and noted in <see cref="Problems"/>; nothing
/// before it is lost, and the records after it are found again if the file can seek. No content makes it throw.
/// Instances are not safe for concurrent use.
/// </remarks>
/// <example>
/// <code>
/// await using var reader = new WarcReader(File.OpenRead("news.warc.gz"));
/// while (await reader.ReadAsync() is { } record)
/// {
///     Console.WriteLine($"{record.Date} {record.Type} {record.TargetUri}");
/// }
/// </code>
/// </example>
public sealed class WarcReader : IAsyncDisposable
{
    private const int RoomBesideHeader = 16 * 1024;
    private const int MaxShown = 40;

    private readonly Stream _stream;
    private readonly RawBytes _bytes;
    private readonly WarcReaderOptions _options;
    private readonly ImmutableArray<WarcProblem>.Builder _problems = ImmutableArray.CreateBuilder<WarcProblem>();
    private WarcWindow? _window;
    private WarcRecord? _current;

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">The file, read from its current position; the reader disposes it.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public WarcReader(Stream stream, WarcReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _bytes = new RawBytes(stream);
        _options = options ?? new WarcReaderOptions();
    }

    /// <summary>The problems so far, in the order of the file.</summary>
    public ImmutableArray<WarcProblem> Problems => _problems.ToImmutable();

    /// <summary>The number of problems so far, including those without a description.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>Reads the next record; the previous record's block becomes unreadable.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The record, or null at the end of the file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async ValueTask<WarcRecord?> ReadAsync(CancellationToken cancellationToken = default)
    {
        _window ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        await FinishCurrentAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (await FindBeginningAsync(cancellationToken).ConfigureAwait(false))
            {
                if (await ReadHeaderAsync(cancellationToken).ConfigureAwait(false) is { } record)
                {
                    return _current = record;
                }
            }
            else if (!await RecoverAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _window?.Dispose();
        _bytes.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Goes to the beginning of a record, forwards or back, in a file that can seek.</summary>
    internal async ValueTask GoToAsync(WarcLocation location, CancellationToken cancellationToken)
    {
        _current = null;
        _window?.Dispose();
        _bytes.Seek(location.Offset);
        _window = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await _window.SkipAsync(location.Skip, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<WarcWindow> OpenAsync(CancellationToken cancellationToken) => new(
        await WarcInput.OpenAsync(_bytes, cancellationToken).ConfigureAwait(false),
        _options.MaxHeaderBytes + RoomBesideHeader);

    private async ValueTask FinishCurrentAsync(CancellationToken cancellationToken)
    {
        if (_current is not { Block: WarcBlockStream block } record)
        {
            return;
        }

        _current = null;
        (bool isWhole, bool isIntact) = await block.FinishAsync(cancellationToken).ConfigureAwait(false);
        if (!isWhole && _window!.Fault is null)
        {
            Note(WarcProblemKind.Truncated, record.Location, string.Create(
                CultureInfo.InvariantCulture, $"The file ends {block.Left} bytes before the end of a record."));
        }
        else if (!isIntact)
        {
            Note(WarcProblemKind.DigestMismatch, record.Location, "The block does not match its digest.");
        }
    }

    /// <summary>Goes to the next beginning of a record.</summary>
    /// <remarks>Blank lines are skipped; anything else that is skipped is reported.</remarks>
    private async ValueTask<bool> FindBeginningAsync(CancellationToken cancellationToken)
    {
        bool isNoted = false;
        while (true)
        {
            _window!.Advance(
                _window.Available.IndexOfAnyExcept((byte)'\r', (byte)'\n') is var blank and >= 0
                    ? blank
                    : _window.Available.Length);
            if (_window.Available.Length < WarcHeaderParser.Beginning.Length)
            {
                if (await _window.FillAsync(cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                if (!_window.Available.IsEmpty)
                {
                    NoteGarbage(isNoted);
                    _window.Advance(_window.Available.Length);
                }

                return false;
            }

            if (_window.Available.StartsWith(WarcHeaderParser.Beginning))
            {
                return true;
            }

            NoteGarbage(isNoted);
            isNoted = true;
            int line = _window.Available.IndexOf((byte)'\n');
            _window.Advance(line < 0 ? _window.Available.Length : line + 1);
        }
    }

    private async ValueTask<WarcRecord?> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        WarcLocation location = _window!.Location;
        int end = await FindHeaderEndAsync(location, cancellationToken).ConfigureAwait(false);
        if (end < 0)
        {
            return null;
        }

        (string version, ImmutableArray<WarcField> fields) = WarcHeaderParser.Parse(_window.Available[..end]);
        _window.Advance(end);
        if (WarcHeaderParser.LengthOf(fields) is not { } length)
        {
            Note(WarcProblemKind.BadLength, location, "The length of a record is missing or wrong.");
            return null;
        }

        string? digest = _options.CheckDigests ? WarcHeaderParser.Find(fields, WarcNames.BlockDigest) : null;
        var record = new WarcRecord(version, fields, length, location, new WarcBlockStream(_window, length, digest));
        NoteDate(record);
        return record;
    }

    private void NoteDate(WarcRecord record)
    {
        if (record.Date is null
            && record.Type is WarcRecordType.Response or WarcRecordType.Revisit or WarcRecordType.Resource)
        {
            string? date = record.Find(WarcNames.Date);
            Note(WarcProblemKind.BadDate, record.Location, date is null
                ? "A capture has no WARC-Date, and is left out."
                : $"The WARC-Date of a capture, '{date[..Math.Min(date.Length, MaxShown)]}', is no date; it is left out.");
        }
    }

    /// <summary>Buffers a whole header and returns its length; reports and skips an unreadable one.</summary>
    /// <remarks>The result is -1 for an unreadable header.</remarks>
    private async ValueTask<int> FindHeaderEndAsync(WarcLocation location, CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            int end = WarcHeaderParser.FindEnd(_window!.Available, searched);
            searched = _window.Available.Length;
            if (end >= 0 && end <= _options.MaxHeaderBytes)
            {
                return end;
            }

            if (searched > _options.MaxHeaderBytes)
            {
                Note(WarcProblemKind.HeaderTooLarge, location, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The header of a record is larger than {_options.MaxHeaderBytes} bytes."));
                _window.Advance(_options.MaxHeaderBytes);
                return -1;
            }

            if (!await _window.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                if (_window.Fault is null)
                {
                    Note(WarcProblemKind.Truncated, location, "The file ends inside the header of a record.");
                }

                _window.Advance(_window.Available.Length);
                return -1;
            }
        }
    }

    private async ValueTask<bool> RecoverAsync(CancellationToken cancellationToken)
    {
        if (_window!.Fault is not { } fault)
        {
            return false;
        }

        bool hasMore = await _window.RecoverAsync(cancellationToken).ConfigureAwait(false);
        if (hasMore)
        {
            Note(WarcProblemKind.Damaged, fault.Location, GzipInput.DamageMessage);
        }
        else
        {
            Note(fault.Kind, fault.Location, fault.Message);
        }

        return hasMore;
    }

    private void NoteGarbage(bool isNoted)
    {
        if (!isNoted)
        {
            Note(
                WarcProblemKind.Garbage,
                _window!.Location,
                "There are bytes between two records that belong to neither.");
        }
    }

    private void Note(WarcProblemKind kind, WarcLocation location, string message)
    {
        ProblemCount++;
        if (_problems.Count < _options.MaxProblems)
        {
            _problems.Add(new WarcProblem { Kind = kind, Location = location, Message = message });
        }
    }
}
