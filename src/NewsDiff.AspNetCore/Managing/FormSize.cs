using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace NewsDiff.AspNetCore.Managing;

/// <summary>The largest form that is read, whatever the host allows elsewhere.</summary>
internal sealed class FormSize : IRequestSizeLimitMetadata
{
    // Somebody may paste a whole page into a field, and is to see what is wrong with it; a letter takes up to 9 bytes.
    internal const int MaxBytes = 12 * 1024 * 1024;

    private const int MaxFields = 20;

    internal static FormOptions Options { get; } = new()
    {
        ValueCountLimit = MaxFields,
        ValueLengthLimit = MaxBytes,
        BufferBodyLengthLimit = MaxBytes,
        KeyLengthLimit = 100,
    };

    public long? MaxRequestBodySize => MaxBytes;
}
