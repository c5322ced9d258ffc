namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>An example gives what it says.</summary>
internal static class ExampleSoundness
{
    /// <summary>Tells what differs, unless a formula has a fault of its own.</summary>
    public static void Check(MapReader map, Indicator indicator, IReadOnlyDictionary<string, Output?> outputs, SlotMap slots)
    {
        if (outputs.Count == 0 || outputs.Values.Any(o => o is null))
        {
            return;
        }

        try
        {
            foreach (var difference in ExampleRun.Of(indicator, slots))
            {
                var (expected, found) = ((object?)difference.Expected ?? "null", (object?)difference.Found ?? "null");
                map.Fault("example", FaultCodes.ExampleDiffers, difference.Output, difference.What, expected, found);
            }
        }
        catch (OverflowException)
        {
            map.Fault("example", FaultCodes.ExampleOverflows);
        }
    }
}
