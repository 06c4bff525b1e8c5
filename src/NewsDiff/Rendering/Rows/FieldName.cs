namespace NewsDiff.Rendering.Rows;

/// <summary>Names a field of metadata for people.</summary>
internal static class FieldName
{
    internal static string Of(MetadataField field) => field switch
    {
        MetadataField.Authors => "Authors",
        MetadataField.PublishedAt => "Date of publication",
        MetadataField.ModifiedAt => "Date of modification",
        MetadataField.Section => "Section",
        MetadataField.Summary => "Summary",
        MetadataField.LeadImage => "Main picture",
        MetadataField.Captions => "Captions",
        _ => "Links",
    };
}
