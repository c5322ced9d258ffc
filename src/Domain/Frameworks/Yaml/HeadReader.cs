namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>What a framework says of itself.</summary>
internal sealed record Head(
    FrameworkCode Code,
    int Version,
    string Title,
    string? Publisher,
    string? Date,
    int? FirstYear,
    int? LastYear,
    FrameworkCode? Succeeds,
    string? Summary,
    LevelTerms Terms);

/// <summary>Reads what a framework says of itself.</summary>
internal static class HeadReader
{
    public static Head Read(MapReader map)
    {
        var head = new Head(
            new(map.Code("code")),
            map.Integer("version", least: 1),
            map.Shown("title"),
            map.OptionalText("publisher"),
            map.OptionalText("date"),
            map.OptionalInteger("first_year"),
            map.OptionalInteger("last_year"),
            map.OptionalText("succeeds") is { } succeeds ? new FrameworkCode(succeeds) : null,
            map.OptionalText("summary"),
            Terms(map.Map("terms")));
        map.Close();
        Check(map, head);
        return head;
    }

    private static LevelTerms Terms(MapReader map)
    {
        var terms = new LevelTerms(map.Text("commitment"), map.Text("topic"), map.Text("objective"), map.Text("indicator"));
        map.Close();
        return terms;
    }

    private static void Check(MapReader map, Head head)
    {
        if (head.FirstYear > head.LastYear)
        {
            map.Fault("last_year", FaultCodes.YearsUpsideDown, head.FirstYear, head.LastYear);
        }

        if (head.Succeeds is { } succeeds && (!CodeShape.IsCode(succeeds.Value) || succeeds == head.Code))
        {
            map.Fault("succeeds", FaultCodes.BadCode, succeeds);
        }
    }
}
