namespace Responsables.Domain.Organizations;

/// <summary>The time zone of a body, from the department of its seat (product rule).</summary>
public static class TimeZones
{
    /// <summary>The zone of deadlines and of bodies in mainland France.</summary>
    public const string Mainland = "Europe/Paris";

    /// <summary>The IANA name of the time zone of an INSEE department; that of mainland France when it is unknown.</summary>
    public static string Of(string? department) => department switch
    {
        "971" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "977" => "America/St_Barthelemy",
        "978" => "America/Marigot",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        _ => Mainland,
    };
}
