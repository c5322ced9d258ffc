namespace Responsables.App.Organizations;

/// <summary>Codes of what can be wrong with a file of organisations, beside those of the register that it would make.</summary>
public static class OrganizationsCsvProblems
{
    /// <summary>More bytes than allowed. {0} the most, in mebibytes.</summary>
    public const string TooLarge = "organizations.file-too-large";

    /// <summary>Bytes that are not UTF-8 text.</summary>
    public const string NotUtf8 = "organizations.not-utf8";

    /// <summary>Nothing but a header, or nothing at all.</summary>
    public const string NoRows = "organizations.no-rows";

    /// <summary>More rows than allowed. {0} the most.</summary>
    public const string TooManyRows = "organizations.too-many-rows";

    /// <summary>Another separator than the comma. {0} the separator.</summary>
    public const string WrongSeparator = "organizations.wrong-separator";

    /// <summary>A column that must be there is not. {0} the column.</summary>
    public const string MissingColumn = "organizations.missing-column";

    /// <summary>A column that means nothing here. {0} the column, {1} the columns there are.</summary>
    public const string UnknownColumn = "organizations.unknown-column";

    /// <summary>The same column twice. {0} the column.</summary>
    public const string DuplicateColumn = "organizations.duplicate-column";

    /// <summary>A row with more or fewer cells than columns. {0} cells, {1} columns.</summary>
    public const string WrongWidth = "organizations.wrong-width";

    /// <summary>Quotes that do not follow RFC 4180.</summary>
    public const string BadQuotes = "organizations.bad-quotes";

    /// <summary>A quote that is never closed: the file was cut, or the quote forgotten.</summary>
    public const string Truncated = "organizations.truncated";

    /// <summary>Not a kind of organisation. {0} what was given, {1} the kinds there are.</summary>
    public const string UnknownKind = "organizations.unknown-kind";

    /// <summary>Not an ISO date. {0} what was given.</summary>
    public const string BadDate = "organizations.bad-date";

    /// <summary>More faults than are told one by one. {0} how many more.</summary>
    public const string MoreFaults = "organizations.more-faults";
}
