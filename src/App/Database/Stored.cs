namespace Responsables.App.Database;

/// <summary>A request that was carried out, by the key its form or caller gave it: sent again, it gives the same outcome and does nothing.</summary>
public sealed class ProcessedRequest
{
    public required Guid Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it gave, as JSON.</summary>
    public required string Outcome { get; init; }
}

/// <summary>A setting of the instance.</summary>
public sealed class Setting
{
    public required string Name { get; init; }

    public required string Value { get; set; }

    /// <summary>Present when the database holds the demonstration federation.</summary>
    public const string Demonstration = "demonstration";
}

/// <summary>A key that protects cookies and forms, shared by the web nodes of one database.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; set; }
}
