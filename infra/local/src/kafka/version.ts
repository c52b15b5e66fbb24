/** The release that is fetched and run; the image of the same release stands in docker-compose.yml. */
export const KAFKA_VERSION = '4.3.1';
