package org.cdfgateway.domain.table.custom;

/** What every instance has beside the properties of its view. */
public enum InstanceField {
    SPACE("space", "space", "Space of the instance"),
    EXTERNAL_ID("external_id", "externalId", "External id of the instance, unique in its space"),
    START_NODE("start_node", "startNode", "Where the edge starts: {\"space\": .., \"externalId\": ..}"),
    END_NODE("end_node", "endNode", "Where the edge ends: {\"space\": .., \"externalId\": ..}"),
    TYPE("type", "type", "The node that stands for the edge's type: {\"space\": .., \"externalId\": ..}"),
    CREATED_TIME("created_time", "createdTime", "When the instance was created"),
    LAST_UPDATED_TIME("last_updated_time", "lastUpdatedTime", "When the instance last changed");

    private final String columnName;
    private final String cdfField;
    private final String comment;

    InstanceField(String columnName, String cdfField, String comment) {
        this.columnName = columnName;
        this.cdfField = cdfField;
        this.comment = comment;
    }

    /** The SQL name, unless a property of the view has it. */
    public String columnName() {
        return columnName;
    }

    public String cdfField() {
        return cdfField;
    }

    String comment() {
        return comment;
    }
}
