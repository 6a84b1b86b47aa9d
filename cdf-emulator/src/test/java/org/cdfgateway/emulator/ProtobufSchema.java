package org.cdfgateway.emulator;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

/** CDF's messages for points (reference/cdf-api-data.md section 9.11), for protobuf's own reader and writer. */
final class ProtobufSchema {

    private static final FileDescriptor FILE = file();

    static final Descriptor INSERTION = FILE.findMessageTypeByName("DataPointInsertionRequest");
    static final Descriptor RESPONSE = FILE.findMessageTypeByName("DataPointListResponse");

    private ProtobufSchema() {}

    private static FileDescriptor file() {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("datapoints.proto")
                .setPackage("com.cognite.v1.timeseries.proto")
                .setSyntax("proto3")
                .addMessageType(message("DataPointInsertionRequest", repeated("items", 1, "DataPointInsertionItem")))
                .addMessageType(message(
                        "DataPointInsertionItem",
                        scalar("id", 1, FieldDescriptorProto.Type.TYPE_INT64),
                        scalar("externalId", 2, FieldDescriptorProto.Type.TYPE_STRING),
                        message("numericDatapoints", 3, "NumericDatapoints"),
                        message("stringDatapoints", 4, "StringDatapoints"),
                        message("instanceId", 5, "InstanceId")))
                .addMessageType(message("DataPointListResponse", repeated("items", 1, "DataPointListItem")))
                .addMessageType(message(
                        "DataPointListItem",
                        scalar("id", 1, FieldDescriptorProto.Type.TYPE_INT64),
                        scalar("externalId", 2, FieldDescriptorProto.Type.TYPE_STRING),
                        message("numericDatapoints", 3, "NumericDatapoints"),
                        message("stringDatapoints", 4, "StringDatapoints"),
                        message("aggregateDatapoints", 5, "AggregateDatapoints"),
                        scalar("isString", 6, FieldDescriptorProto.Type.TYPE_BOOL),
                        scalar("isStep", 7, FieldDescriptorProto.Type.TYPE_BOOL),
                        scalar("unit", 8, FieldDescriptorProto.Type.TYPE_STRING),
                        scalar("nextCursor", 9, FieldDescriptorProto.Type.TYPE_STRING),
                        scalar("unitExternalId", 10, FieldDescriptorProto.Type.TYPE_STRING),
                        scalar("type", 12, FieldDescriptorProto.Type.TYPE_INT32)))
                .addMessageType(message(
                        "InstanceId",
                        scalar("space", 1, FieldDescriptorProto.Type.TYPE_STRING),
                        scalar("externalId", 2, FieldDescriptorProto.Type.TYPE_STRING)))
                .addMessageType(message(
                        "Status",
                        scalar("code", 1, FieldDescriptorProto.Type.TYPE_INT64),
                        scalar("symbol", 2, FieldDescriptorProto.Type.TYPE_STRING)))
                .addMessageType(point("NumericDatapoint", FieldDescriptorProto.Type.TYPE_DOUBLE))
                .addMessageType(point("StringDatapoint", FieldDescriptorProto.Type.TYPE_STRING))
                .addMessageType(message(
                        "AggregateDatapoint",
                        scalar("timestamp", 1, FieldDescriptorProto.Type.TYPE_INT64),
                        scalar("average", 2, FieldDescriptorProto.Type.TYPE_DOUBLE),
                        scalar("count", 5, FieldDescriptorProto.Type.TYPE_DOUBLE),
                        scalar("interpolation", 7, FieldDescriptorProto.Type.TYPE_DOUBLE),
                        message("maxDatapoint", 18, "NumericDatapoint")))
                .addMessageType(message("AggregateDatapoints", repeated("datapoints", 1, "AggregateDatapoint")))
                .addMessageType(message("NumericDatapoints", repeated("datapoints", 1, "NumericDatapoint")))
                .addMessageType(message("StringDatapoints", repeated("datapoints", 1, "StringDatapoint")));
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DescriptorProto point(String name, FieldDescriptorProto.Type value) {
        return message(
                name,
                scalar("timestamp", 1, FieldDescriptorProto.Type.TYPE_INT64),
                scalar("value", 2, value),
                message("status", 3, "Status"),
                scalar("nullValue", 4, FieldDescriptorProto.Type.TYPE_BOOL));
    }

    private static DescriptorProto message(String name, FieldDescriptorProto.Builder... fields) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        for (FieldDescriptorProto.Builder field : fields) {
            message.addField(field);
        }
        return message.build();
    }

    private static FieldDescriptorProto.Builder scalar(String name, int number, FieldDescriptorProto.Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
    }

    private static FieldDescriptorProto.Builder message(String name, int number, String type) {
        return scalar(name, number, FieldDescriptorProto.Type.TYPE_MESSAGE)
                .setTypeName(".com.cognite.v1.timeseries.proto." + type);
    }

    private static FieldDescriptorProto.Builder repeated(String name, int number, String type) {
        return message(name, number, type).setLabel(FieldDescriptorProto.Label.LABEL_REPEATED);
    }
}
